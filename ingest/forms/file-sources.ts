import type { Form } from "../../schema/feeds/feed.ts";
import { mappedSource } from "./mapping/mapped-source.ts";
import type { ReadFile } from "./read-file.ts";
import { reportSources } from "./report/rows/report-sources.ts";
import { feedSource, type Source } from "./source.ts";

/** All that is to be published of files, by the form that it is on. */
export function fileSources(files: readonly ReadFile[]): Map<Form, Source[]> {
  const sources = new Map<Form, Source[]>();
  const add = (form: Form, source: Source) => sources.set(form, [...(sources.get(form) ?? []), source]);
  for (const file of files) {
    for (const opened of file.feeds) add(opened.feed, feedSource(file, opened));
    for (const mapped of file.mapped) add(mapped.mapping.feed, mappedSource(file, mapped));
    if (file.report) for (const [form, source] of reportSources(file, file.report)) add(form, source);
  }
  return sources;
}
