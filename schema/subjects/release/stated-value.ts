import type { Form, FormColumn } from "../../feeds/feed.ts";
import { measureOf } from "../../feeds/feed.ts";
import { feeds } from "../../feeds.ts";
import { reportedFunding, reportForm } from "../report/report-form.ts";

/** Where forms ask for a value, and for what tells its row from others. */
interface StatedValue {
  column: FormColumn;
  keys: readonly FormColumn[];
}

const forms: readonly Pick<Form, "subject" | "columns">[] = [...feeds, reportForm, reportedFunding];

/** Where the forms ask for the value that a change names; undefined where they no longer do. */
export function statedValue(subject: string, measure: string): StatedValue | undefined {
  for (const { columns } of forms.filter((form) => form.subject === subject)) {
    const column = columns.find((one) => !one.key && measureOf(one) === measure);
    if (column) return { column, keys: columns.filter((one) => one.key) };
  }
  return undefined;
}
