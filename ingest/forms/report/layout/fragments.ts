/** A piece of a line that goes into a list of statements. */
export interface Fragment {
  line: number;
  /** The cell that it stands in; null where the line has no cells. */
  column: number | null;
  /** Letter for letter, with its markup and its indentation. */
  raw: string;
  /** It begins a cell, so that tags opened in cells before do not reach it. */
  row?: boolean;
  /** A further cell follows it on its line, so that all of its bullets stand on this line. */
  whole?: boolean;
  /** It continues nothing and nothing stands under what was before it: text outside of the form's places. */
  apart?: boolean;
  /** A remark (비고) about the section: a statement of its own, after the others. */
  remark?: boolean;
}

/** Adds fragments to a list, however many: as arguments of one push a line of a million cells would be too many. */
export function addAll(list: Fragment[], more: Fragment[]): void {
  for (const fragment of more) list.push(fragment);
}
