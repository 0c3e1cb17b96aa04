import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";

/** Constant text with printed cells in it: `{연도}-01` is the cell under 연도 and "-01". */
export type Template = readonly (string | { heading: string })[];

/** Where the cells of a feed's column come from. */
export type ColumnSource =
  | {
      is: "printed";
      /** Printed headings; the first that the file has is used. */
      headings: readonly string[];
      /** Printed words and what the feed calls them; "" stands for a blank cell. */
      words: ReadonlyMap<string, string>;
      prefix: string;
    }
  | { is: "constant"; template: Template }
  /** Printed headings by what a mark under them means. */
  | { is: "marked"; words: ReadonlyMap<string, string> }
  | { is: "quarterOption" };

/** Columns that stand side by side and become rows. */
export interface Unpivot {
  column: FeedColumn;
  /** The value of the column by the printed word. */
  members: ReadonlyMap<string, Template>;
  /** The printed heading of each measure, `{}` standing for the printed word. */
  measures: ReadonlyMap<FeedColumn, string>;
}

/** How a department's table is read as a feed. docs/mappings.md describes its JSON. */
export interface Mapping {
  /** Name of its file, without folders. */
  name: string;
  /** Its JSON as given. */
  json: string;
  feed: Feed;
  /** Name of the sheet; null: the first one with the headings. */
  sheet: string | null;
  /** Unit of amounts whose heading states none; null: that of a line above the table. */
  unit: string | null;
  columns: ReadonlyMap<FeedColumn, ColumnSource>;
  unpivot: Unpivot | null;
  fillDown: readonly string[];
  skip: readonly string[];
}

/** The printed heading of a measure for a member. */
export const measureHeading = (pattern: string, member: string): string => pattern.split("{}").join(member);

/** Printed headings that the mapping needs, those of one entry being alternatives. */
export function neededHeadings({ columns, unpivot, fillDown }: Mapping): (readonly string[])[] {
  const needed: (readonly string[])[] = [];
  for (const source of columns.values()) {
    if (source.is === "printed") needed.push(source.headings);
    else if (source.is === "marked") needed.push(...[...source.words.keys()].map((heading) => [heading]));
    else if (source.is === "constant") needed.push(...headingsIn(source.template));
  }
  if (unpivot) {
    for (const [member, template] of unpivot.members) {
      needed.push(...headingsIn(template));
      for (const pattern of unpivot.measures.values()) needed.push([measureHeading(pattern, member)]);
    }
  }
  return [...needed, ...fillDown.map((heading) => [heading])];
}

const headingsIn = (template: Template): string[][] =>
  template.flatMap((part) => (typeof part === "string" ? [] : [[part.heading]]));

/** A text of a mapping with the headings in braces taken apart. */
export function parseTemplate(text: string): Template {
  const parts = text.split(/\{([^{}]*)\}/);
  return parts
    .map((part, index) => (index % 2 === 1 ? { heading: part } : part))
    .filter((part) => part !== "");
}
