/** A part of a line that belongs to a list of statements. */
export interface Fragment {
  line: number;
  /** Its cell, from 1; null if the line has no cells. */
  column: number | null;
  /** Letter for letter, with its markup and its indentation. */
  raw: string;
  /** It begins a cell, so tags opened in earlier cells do not apply to it. */
  row?: boolean;
  /** Another cell follows on its line, so all its bullets are on this line. */
  whole?: boolean;
  /** Text outside of the form's places: it continues no statement and ends all open bullets. */
  apart?: boolean;
  /** A remark (비고) on the section: a separate statement after the others. */
  remark?: boolean;
}

/** Appends fragments one by one: a line of a million cells would be too many arguments for one push. */
export function addAll(list: Fragment[], more: Fragment[]): void {
  for (const fragment of more) list.push(fragment);
}
