import { particle } from "../../../schema/core/particle.ts";
import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";
import { feeds } from "../../../schema/feeds.ts";
import type { FindingDraft } from "../../draft-finding.ts";
import { unitsOfAmounts } from "../feed/money-units.ts";
import { readKnown, readName, readNames, readObject, refuseUnknownKeys } from "./json-shape.ts";
import type { ColumnSource, Mapping, Unpivot } from "./mapping.ts";
import { MappingProblems, mappingProblem } from "./mapping-problem.ts";
import { readColumnSource } from "./read-column-source.ts";
import { readUnpivot } from "./read-unpivot.ts";
import { repeatedKey } from "./repeated-key.ts";

/** Far more than any table needs. */
const mostBytes = 256 * 1024;
const keys = ["feed", "sheet", "unit", "columns", "unpivot", "fillDown", "skip"];

/** Reads a mapping, or gives all that is wrong with it. Never throws for its content. */
export function parseMapping({ name, bytes }: { name: string; bytes: Uint8Array }): Mapping | FindingDraft[] {
  const json = decode(bytes);
  if (typeof json !== "string") return [json];
  const value = parseJson(json);
  if ("finding" in value) return [value.finding];
  const problems = new MappingProblems();
  const mapping = readMapping(value.json, problems);
  return mapping && problems.findings.length === 0 ? { ...mapping, name, json } : problems.findings;
}

function decode(bytes: Uint8Array): string | FindingDraft {
  if (bytes.byteLength > mostBytes)
    return mappingProblem(
      [],
      `매핑 파일이 ${mostBytes / 1024}KB보다 큽니다.`,
      `The mapping is larger than ${mostBytes / 1024} KB.`,
    );
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return mappingProblem(
      [],
      "UTF-8이 아닙니다. UTF-8로 저장하십시오.",
      "This is not UTF-8. Save it as UTF-8.",
    );
  }
}

function parseJson(json: string): { json: unknown } | { finding: FindingDraft } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const detail = (error as Error).message.slice(0, 200);
    const finding = mappingProblem([], `JSON이 아닙니다(${detail}).`, `This is not JSON (${detail}).`);
    return { finding };
  }
  const twice = repeatedKey(json);
  if (twice === null) return { json: value };
  const finding = mappingProblem(
    [twice],
    "같은 항목이 두 번 있습니다. 하나만 남기십시오.",
    "This key appears twice. Keep only one.",
  );
  return { finding };
}

function readMapping(value: unknown, problems: MappingProblems): Omit<Mapping, "name" | "json"> | undefined {
  const entries = readObject(value, [], problems);
  if (!entries) return undefined;
  refuseUnknownKeys(entries, keys, [], problems);
  const feed = readFeed(entries.get("feed"), problems);
  const optional = <Value>(key: string, read: (value: unknown) => Value | undefined): Value | null =>
    entries.has(key) ? (read(entries.get(key)) ?? null) : null;
  const sheet = optional("sheet", (sheet) => readName(sheet, ["sheet"], problems));
  const unit = optional("unit", (unit) => readKnown(unit, unitsOfAmounts, ["unit"], problems));
  const fillDown = optional("fillDown", (names) => readNames(names, ["fillDown"], problems)) ?? [];
  const skip = optional("skip", (names) => readNames(names, ["skip"], problems)) ?? [];
  if (!feed) return undefined;
  const columns = readColumns(feed, entries.get("columns"), problems);
  const unpivot = optional("unpivot", (one) => readUnpivot(feed, one, problems));
  requireColumns(feed, columns, unpivot, problems);
  return { feed, sheet, unit, columns, unpivot, fillDown, skip };
}

function readFeed(value: unknown, problems: MappingProblems): Feed | undefined {
  const titled = feeds.find(({ title }) => title.ko === value);
  if (titled) return titled;
  const name = readKnown(
    value,
    feeds.map((feed) => feed.name),
    ["feed"],
    problems,
  );
  return feeds.find((feed) => feed.name === name);
}

function readColumns(feed: Feed, value: unknown, problems: MappingProblems): Map<FeedColumn, ColumnSource> {
  const columns = new Map<FeedColumn, ColumnSource>();
  const entries = readObject(value, ["columns"], problems);
  if (!entries) return columns;
  refuseUnknownKeys(
    entries,
    feed.columns.map(({ heading }) => heading),
    ["columns"],
    problems,
  );
  for (const column of feed.columns) {
    if (!entries.has(column.heading)) continue;
    const source = readColumnSource(
      column,
      entries.get(column.heading),
      ["columns", column.heading],
      problems,
    );
    // What could not be read is reported; it must not be reported as missing too.
    columns.set(column, source ?? { is: "quarterOption" });
  }
  return columns;
}

/** Reports required columns that have no source, and columns that have two. */
function requireColumns(
  feed: Feed,
  columns: ReadonlyMap<FeedColumn, ColumnSource>,
  unpivot: Unpivot | null,
  problems: MappingProblems,
): void {
  for (const column of feed.columns) {
    const isUnpivoted = unpivot !== null && (unpivot.column === column || unpivot.measures.has(column));
    if (isUnpivoted && columns.has(column))
      problems.add(
        ["columns", column.heading],
        "unpivot에도 있습니다. 한 곳에만 쓰십시오.",
        "This is in unpivot too. Keep it in one place.",
      );
    if (isUnpivoted || columns.has(column) || !(column.key || column.required)) continue;
    problems.add(
      ["columns"],
      `${feed.title.ko} 자료에 꼭 있어야 하는 ${particle(`‘${column.heading}’`, "이")} 없습니다. 어느 머리글에서 오는지 쓰십시오.`,
      `The required column ${column.heading} of the feed ${feed.name} is missing. State where it comes from.`,
    );
  }
}
