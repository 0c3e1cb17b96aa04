import { HubError } from "../../schema/core/hub-error.ts";
import { getPath, getRows } from "../../schema/panels/get-path.ts";
import { isCut, listOf } from "../../schema/panels/list-pages.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { askPanel, type QueryContext } from "./ask-panel.ts";

/** Rows that are asked for at a time, and those that a file holds at most. */
const rowsPerPage = 1000;
const mostRows = 50_000;

type Answer = Record<string, unknown>;
type Context = Pick<QueryContext, "ask" | "choice">;

/**
 * What the hub answers to a panel's question with all rows, those included that its page leaves out. All pages of a list
 * are of one release. Throws TOO_MANY_ROWS; null and rejections as `askPanel`.
 */
export async function askAllRows(context: Context, panel: Panel): Promise<Answer | null> {
  const list = listOf(panel);
  if (list !== null) return askAllPages(context, panel, list);
  return isCut(panel) ? askPanel(context, panel, { mostRows: null }) : askPanel(context, panel);
}

async function askAllPages(context: Context, panel: Panel, list: string): Promise<Answer | null> {
  const first = await askPanel(context, panel, { mostRows: rowsPerPage });
  if (first === null) return null;
  const total = Number(getPath(first, `${list}.totalCount`));
  if (total > mostRows) throw tooManyRows(total);
  const rows = getRows(first, panel.rows);
  for (let page = first; getPath(page, `${list}.pageInfo.hasNextPage`) === true; ) {
    const after = String(getPath(page, `${list}.pageInfo.endCursor`));
    const next = await askPanel(context, panel, { mostRows: rowsPerPage, after });
    if (next === null) break;
    rows.push(...getRows(next, panel.rows));
    page = next;
  }
  if (rows.length !== total) throw new Error(`${panel.name}: ${rows.length} of ${total} rows were read.`);
  return first;
}

const tooManyRows = (total: number): HubError =>
  new HubError(
    "TOO_MANY_ROWS",
    {
      ko: `${total}건은 한 파일에 담을 수 있는 ${mostRows}건보다 많습니다.`,
      en: `${total} rows are more than the ${mostRows} that a file holds.`,
    },
    {
      ko: "부서나 기간을 골라 나누어 내려받거나, GraphQL에서 first와 after로 이어서 물으십시오.",
      en: "Choose a department or a period and download them in parts, or page through the list in GraphQL with first and after.",
    },
  );
