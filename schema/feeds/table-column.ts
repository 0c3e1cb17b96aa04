import type { FormColumn } from "./feed.ts";

/** Types of the columns that store references. */
export const idColumns: Record<string, string> = { department: "department_id", pledge: "pledge_id" };

/** The column of a feed's table that stores a column of the feed. */
export const tableColumn = ({ field, references = "" }: FormColumn): string => idColumns[references] ?? field;
