import type { dash } from "../../schema/feeds/sample-rows.ts";

/** An amount in whole won; null (blank) or a dash if there is none. */
export type SampleAmount = bigint | typeof dash | null;
