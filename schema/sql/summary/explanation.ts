import { inLanguage, textLanguage } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { formatQuarter } from "../../core/scalars/quarter.ts";
import { type ComputedField, sized } from "../entity.ts";
import type { ResolvedMunicipality } from "../municipality-scope.ts";
import { periodFilters } from "../period-filters.ts";
import type { QueryScope } from "../query-scope.ts";
import type { RowSql } from "../row-sql.ts";
import type { Measure } from "./measure.ts";
import { nullReasonWords } from "./null-reason.ts";
import type { Question } from "./question.ts";
import { factsSql } from "./row-facts.ts";
import type { Dimension, Summary } from "./summary.ts";
import { Unit, units } from "./unit.ts";

/** Number of findings that an explanation names. */
const mostFindings = 20;

/** The row of an answer, as the statement gives it to its explanation. */
interface Inputs {
  row: Record<string, number | string | boolean | null>;
  keys: Record<string, string | number | null>;
  /** The first and the last period of the facts, if the summary has quarters. */
  quarters: [number | null, number | null] | null;
  findings: { code: string; document: string; line: number | null }[] | null;
}

/** The field of a summary's rows that says in words what a figure is; compiled for a question by `explanationOfRows`. */
export const explanationField: ComputedField = sized<ComputedField>(
  {
    is: "computed",
    type: () => String,
    nullable: false,
    inputs: {},
    compute: () => {
      throw new Error("An explanation is that of a question's row.");
    },
    arguments: { language: textLanguage },
    description: {
      ko: "이 행이 무엇인지 말로: 무엇을 무엇에 걸쳐 더했는지, 조건, 회차, 보고율, 이 수치에 걸린 점. 줄마다 한 가지.",
      en: "What the row is, in words: what was summed over what, the filters, the release, the coverage and the findings that touch it; one on each line.",
    },
  },
  { weight: 20 },
);

/** The field for a question: it explains the measures that are selected, or all if none is. */
export function explanationOfRows<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
  municipalities: readonly ResolvedMunicipality[],
  measures: readonly string[],
): ComputedField {
  return {
    ...explanationField,
    inputs: {
      row: (row) => `row_to_json(${row})`,
      keys: keysSql(summary, question),
      quarters: (row) =>
        summary.facts && "QUARTER" in summary.dimensions
          ? `(SELECT json_build_array(min(quarter), max(quarter)) FROM ${factsSql(summary, question, row, null)} AS facts)`
          : "NULL::json",
      findings: (row, scope) => (summary.facts ? findingsSql(summary, question, row, scope) : "NULL::json"),
    },
    compute: (inputs: Inputs, { language }) => {
      const say = (text: Localized) => inLanguage(text, language);
      const lines = [
        say({
          ko: `${summary.title.ko}. ${summary.basis.ko}`,
          en: `${capital(summary.title.en)}. ${summary.basis.en}`,
        }),
        groupLine(summary, question, inputs, say),
        filterLine(question, say),
        ...quarterLine(inputs.quarters, say),
        ...measures.flatMap((name) => measureLine(name, summary.measures[name]!, inputs.row, say)),
        releaseLine(municipalities, say),
        findingLine(inputs.findings ?? [], say),
      ];
      return lines.join("\n");
    },
  };
}

type Say = (text: Localized) => string;

const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`;

/** SQL of the names of a row's keys, by key. */
function keysSql<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  { groupBy }: OwnQuestion,
): RowSql {
  return (row, scope) => {
    const pairs = groupBy.map((key) => `'${key}', ${keyName(summary.dimensions[key]!, row, scope)}`);
    return `json_build_object(${pairs.join(", ")})`;
  };
}

function keyName(dimension: Dimension, row: string, scope: QueryScope): string {
  if (!("to" in dimension)) return `${row}.${dimension.column}`;
  const alias = scope.alias();
  const named = ["code", "name"].flatMap((name) => {
    const field = dimension.to.fields[name];
    return field?.is === "value" ? [field.sql(alias, scope, {})] : [];
  });
  return `(SELECT concat_ws(' ', ${named.join(", ")}) FROM (SELECT 1) AS one ${dimension.join(row, alias, scope, {})})`;
}

/** SQL of the findings that touch the cells of the row's facts. */
function findingsSql<OwnQuestion extends Question>(
  summary: Summary<OwnQuestion>,
  question: OwnQuestion,
  row: string,
  scope: QueryScope,
): string {
  const fact = scope.alias();
  return `(SELECT json_agg(found ORDER BY found.line NULLS FIRST) FROM (
    SELECT DISTINCT finding.id, finding.code, document.name AS document, finding.line
    FROM ${factsSql(summary, question, row, null)} AS ${fact}
    CROSS JOIN LATERAL (${summary.facts!.cells(fact, scope, question)}) AS cell
    JOIN source_document AS document ON ${scope.ofMunicipality("document", "cell.municipality_id")} AND document.id = cell.document_id
    JOIN finding ON ${scope.ofMunicipality("finding", "document.municipality_id")} AND finding.document_id = document.id
      AND (${summary.facts!.touches("finding", "cell")})
    ORDER BY finding.id LIMIT ${mostFindings}) AS found)`;
}

function groupLine<OwnQuestion extends Question>(
  { dimensions }: Summary<OwnQuestion>,
  { groupBy }: OwnQuestion,
  { row, keys }: Inputs,
  say: Say,
): string {
  const own = groupBy.slice(0, Number(row.level)).map((key) => {
    const dimension = dimensions[key]!;
    const named = keys[key] ?? null;
    const write = periodFilters[dimension.field]?.write;
    const value =
      named === null || named === ""
        ? say({ ko: "없음", en: "none" })
        : String(write ? write(Number(named)) : named);
    return `${say(dimension.name)} ${value}`;
  });
  if (own.length === 0) return say({ ko: "모두를 합한 행입니다.", en: "The row is over all of them." });
  return say({ ko: `행의 키: ${own.join(", ")}.`, en: `Keys of the row: ${own.join(", ")}.` });
}

/** The filters and the other choices, as the question names them. */
function filterLine(question: Question, say: Say): string {
  const written = (name: string, value: unknown): string => {
    const write = periodFilters[name]?.write;
    const list = (Array.isArray(value) ? value : [value]).map((one) =>
      write ? write(one as number) : typeof one === "object" ? JSON.stringify(one) : String(one),
    );
    return `${name}: ${list.join(", ")}`;
  };
  const { scope: _, where, groupBy: __, totals: ___, byFact: ____, ...others } = question;
  const choices = [...Object.entries(where), ...Object.entries(others)].filter(
    ([, value]) => value != null && value !== false,
  );
  if (choices.length === 0) return say({ ko: "조건 없음.", en: "No filters." });
  const listed = choices.map(([name, value]) => written(name, value)).join("; ");
  return say({ ko: `조건: ${listed}.`, en: `Filters: ${listed}.` });
}

/** The quarters that the row counts, which a question may leave to the hub. */
function quarterLine(quarters: Inputs["quarters"], say: Say): string[] {
  const [first, last] = quarters ?? [null, null];
  if (first === null || last === null) return [];
  const written = [...new Set([first, last])].map(formatQuarter).join("~");
  return [say({ ko: `센 분기: ${written}.`, en: `Quarters counted: ${written}.` })];
}

function measureLine<OwnQuestion extends Question>(
  name: string,
  measure: Measure<OwnQuestion>,
  row: Inputs["row"],
  say: Say,
): string[] {
  const number = (value: Inputs["row"][string]) => (value === null ? null : Number(value));
  const amount = (value: number) =>
    `${value.toLocaleString("en-US")}${measure.unit === Unit.FRACTION ? "" : ` ${say(units[measure.unit])}`}`;
  const meaning = `${say(measure.name)} (${name}): ${say(measure.formula)}`;
  if (measure.is === "coverage") {
    const [reporting, expected] = [number(row[`${name}.reporting`]!), number(row[`${name}.expected`]!)];
    if (reporting === null) return [];
    return [
      say({
        ko: `${meaning} → ${expected} 가운데 ${reporting}.`,
        en: `${meaning} → ${reporting} of ${expected}.`,
      }),
    ];
  }
  if (measure.is !== "ratio") {
    const value = row[name] ?? null;
    const shown =
      value === null
        ? say({ ko: "값 없음", en: "no value" })
        : typeof value === "boolean"
          ? String(value)
          : amount(Number(value));
    return [`${meaning} → ${shown}`];
  }
  const [above, below] = [number(row[`${name}.numerator`]!), number(row[`${name}.denominator`]!)];
  if (above === null || below === null) {
    const reason = row[`${name}.reason`] as keyof typeof nullReasonWords | null;
    return [
      `${meaning} → ${reason === null ? say({ ko: "값 없음", en: "no value" }) : say(nullReasonWords[reason])}`,
    ];
  }
  const rate = below === 0 ? say(nullReasonWords.ZERO_DENOMINATOR) : String(above / below);
  return [`${meaning} → ${above.toLocaleString("en-US")} / ${below.toLocaleString("en-US")} = ${rate}`];
}

function releaseLine(municipalities: readonly ResolvedMunicipality[], say: Say): string {
  const named = municipalities.map(({ name, release, synthetic }) =>
    say({
      ko: `${name} ${release}회차${synthetic ? "(합성 자료)" : ""}`,
      en: `${name}, release ${release}${synthetic ? " (synthetic data)" : ""}`,
    }),
  );
  return say({ ko: `근거: ${named.join("; ")}.`, en: `Based on ${named.join("; ")}.` });
}

function findingLine(findings: NonNullable<Inputs["findings"]>, say: Say): string {
  if (findings.length === 0)
    return say({ ko: "이 수치가 적힌 줄에서 찾은 점은 없습니다.", en: "No findings touch its lines." });
  const listed = findings.map(
    ({ code, document, line }) => `${code} (${document}${line === null ? "" : `:${line}`})`,
  );
  return say({
    ko: `이 수치가 적힌 줄에서 찾은 점: ${listed.join(", ")}${findings.length === mostFindings ? " …" : ""}.`,
    en: `Findings that touch its lines: ${listed.join(", ")}${findings.length === mostFindings ? " …" : ""}.`,
  });
}
