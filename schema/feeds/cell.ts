/**
 * Types of cells of a feed, and their values:
 * text → string · quarter → QuarterNumber · month → MonthNumber · date → 2025-03-01 · year, count → whole number ·
 * won → bigint, whole won whatever unit the heading states · percent → exact fraction as decimal text (18.5 → 0.185) ·
 * yesNo → boolean · choice → the English name · businessNumber → ten digits as text. A blank cell, or `-` alone, is null.
 */
export type CellType =
  | {
      is:
        | "text"
        | "quarter"
        | "month"
        | "date"
        | "year"
        | "count"
        | "won"
        | "percent"
        | "yesNo"
        | "businessNumber";
    }
  | {
      is: "choice";
      /** English name by Korean word. If there are several words for one name, the first is the official one. */
      choices: Readonly<Record<string, string>>;
      /** Other usual spellings, each with the official word that it stands for. */
      spellings?: Readonly<Record<string, string>>;
    };

/** Parsed value of a cell; null if there is no figure. */
export type CellValue = string | number | bigint | boolean | null;
