import { CellState } from "../../../../../schema/subjects/release/cell-state.ts";
import type { FormEdition } from "../../form/form-edition.ts";
import { compact, FormWords, headingWords } from "../../form/form-words.ts";
import { unitPlaces } from "../../form/units.ts";
import { datePeriods } from "../../funding/date-periods.ts";
import { checkNames } from "../../funding/funding-checks.ts";
import { readDatedPeriod } from "../../funding/printed-period.ts";
import type { FundingDraft, PeriodDraft, ReportDraft } from "../../report-draft.ts";
import { printText } from "./mark-statements.ts";
import { withoutHeading } from "./print-statements.ts";
import type { PrintedTable } from "./printed-report.ts";

/** The part 연도별 집행액 with the printed totals; null without amounts. */
export function printFunding(
  { title, funding, fundingHeading, checks }: ReportDraft,
  form: FormEdition,
): PrintedTable | null {
  const { columns, rows } = form.funding;
  if (funding.length === 0) return null;
  const sources = [...new Set(funding.map(({ source }) => source))];
  const periods = funding.filter(({ source }) => source === sources[0]).map(({ period }) => period);
  const amounts = [
    ...funding.flatMap(({ amount }) => amount ?? []),
    ...checks.map(({ expected }) => expected),
  ];
  const unit = units.find(({ won }) => amounts.every((amount) => amount % won === 0n))!;
  const total = (name: { ko: string }): string => {
    const printed = checks.find((check) => check.name.ko === name.ko);
    return printed ? unit.write(printed.expected) : "";
  };
  const cell = ({ amount, state }: FundingDraft): string => {
    if (state === CellState.DASH) return "-";
    return state === CellState.VALUE ? unit.write(amount!) : "";
  };
  return {
    heading: `□ ${headingOf(fundingHeading?.title, form)}`,
    unit: `(단위 : ${unit.label})`,
    columns: [
      ...[columns.TITLE.title, columns.SOURCE.title, columns.TOTAL.title],
      ...periods.map((period) => cleanLabel(period, form)),
    ],
    rows: [
      [
        ...[
          withoutHeading("", printText(title, ...unitPlaces(title)), form),
          rows.TOTAL.title,
          total(checkNames.grandOverPeriods),
        ],
        ...periods.map(({ label }) => total(checkNames.period(label))),
      ],
      ...sources.map((source) => [
        ...["", rows[source].title, total(checkNames.source(source))],
        ...funding.filter((line) => line.source === source).map(cell),
      ]),
    ],
  };
}

/** The heading that the document printed if it is one of the form's, spelled correctly; else the form's first. */
function headingOf(printed: string | undefined, form: FormEdition): string {
  const part = printed === undefined ? undefined : FormWords.of(form).part(printed);
  const isClean =
    part?.meaning === "FUNDING" && part.misprintOf === null && headingWords(printed!) === printed;
  return isClean ? printText(printed) : form.parts.FUNDING.title;
}

/** The units of a table; the first that divides all amounts is used. */
const units = [
  { label: "백만원", won: 10_000n, write: (won: bigint) => decimal(won, 6) },
  { label: "천원", won: 1_000n, write: (won: bigint) => decimal(won, 3) },
  { label: "원", won: 1n, write: (won: bigint) => decimal(won, 0) },
];

/** 106500000 with 6 decimals is 106.5, 3905000000 is 3,905. */
function decimal(won: bigint, decimals: number): string {
  const digits = String(won < 0n ? -won : won).padStart(decimals + 1, "0");
  const whole = BigInt(digits.slice(0, digits.length - decimals)).toLocaleString("en-US");
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${won < 0n ? "-" : ""}${whole}${rest && `.${rest}`}`;
}

/** The original label if it gives the whole period, else the form's: '18.7.~12. for '18.7., 임기후 for 입기후. */
function cleanLabel({ label, start, end }: PeriodDraft, { funding: { columns } }: FormEdition): string {
  if (start === null) return columns.BEFORE_TERM.title;
  if (end === null) return columns.AFTER_TERM.title;
  const printed = readDatedPeriod(compact(label));
  const read = printed?.type === "MONTHS" ? datePeriods([{ label, printed }])[0]! : undefined;
  if (read?.start === start && read.end === end) return printText(label);
  const [year, from, to] = [start.slice(0, 4), Number(start.slice(5, 7)), Number(end.slice(5, 7))];
  const shortYear = year.startsWith("20") && year < "2090" ? `'${year.slice(2)}` : year;
  return from === 1 && to === 12 ? shortYear : `${shortYear}.${from}.~${to}.`;
}
