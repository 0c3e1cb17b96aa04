import type { Localized } from "../../core/localized.ts";
import { exampleQuery } from "./example-query.ts";
import type { Measure } from "./measure.ts";
import { NullReason, nullReasonWords } from "./null-reason.ts";
import type { Question } from "./question.ts";
import { queryOf, type Summary } from "./summary.ts";
import { type Unit, units } from "./unit.ts";

/** A summary as measures.json describes it. */
export interface CatalogueEntry {
  query: string;
  title: Localized;
  /** What its measures are counted over. */
  basis: Localized;
  dimensions: { key: string; field: string; name: Localized }[];
  measures: CatalogueMeasure[];
}

/** A measure as measures.json describes it. */
export interface CatalogueMeasure {
  field: string;
  kind: Measure<Question>["is"];
  name: Localized;
  formula: Localized;
  unit: Unit;
  unitName: Localized;
  /** When it is null, or its value is; null if it never is null. */
  absent: Localized | null;
  /** The law or guideline that defines it; null for a definition of the hub's own. */
  definedBy: Localized | null;
  /** A GraphQL query that shows it. */
  example: string;
}

/** The entry of a summary in the catalogue of measures. */
export function catalogueEntry<OwnQuestion extends Question>(summary: Summary<OwnQuestion>): CatalogueEntry {
  return {
    query: queryOf(summary),
    title: summary.title,
    basis: summary.basis,
    dimensions: Object.entries(summary.dimensions).map(([key, { field, name }]) => ({ key, field, name })),
    measures: Object.entries(summary.measures).map(([field, measure]) => ({
      field,
      kind: measure.is,
      name: measure.name,
      formula: measure.formula,
      unit: measure.unit,
      unitName: units[measure.unit],
      absent: absentOf(measure),
      definedBy: measure.definedBy ?? null,
      example: exampleQuery(summary, field),
    })),
  };
}

/** When a measure has no value: what it says itself, and the reasons that a ratio gives. */
function absentOf<OwnQuestion extends Question>(measure: Measure<OwnQuestion>): Localized | null {
  if (measure.is !== "ratio") return measure.absent ?? null;
  const reasons = [...(measure.reasons ?? []).map(({ reason }) => reason), measure.otherwise];
  const named = [...new Set([...reasons, NullReason.ZERO_DENOMINATOR])];
  const list = (language: keyof Localized) =>
    named.map((reason) => `${reason}(${nullReasonWords[reason][language]})`).join(", ");
  const own = measure.absent
    ? { ko: `${measure.absent.ko} `, en: `${measure.absent.en} ` }
    : { ko: "", en: "" };
  return {
    ko: `${own.ko}값이 null이면 nullReason이 까닭입니다: ${list("ko")}.`,
    en: `${own.en}If its value is null, nullReason says why: ${list("en")}.`,
  };
}
