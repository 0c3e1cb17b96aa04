import { SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import { cellsOf, isBlank, type Line } from "./lines-and-cells.ts";
import { compact, plainText } from "./markup.ts";
import { lookUp } from "./similar-words.ts";

/** The parts of the form after its header. */
export type PartKind = "RESULTS" | "PARTICIPATION" | "FUNDING" | "ISSUES";

/** Longer lines cannot be headings. */
const maxHeadingLength = 160;

const partHeadings = new Map<string, PartKind>([
  ["추진실적및향후추진계획", "RESULTS"],
  ["추진실적및추진계획", "RESULTS"],
  ["시민참여실적", "PARTICIPATION"],
  ["연도별집행액", "FUNDING"],
  ["문제점및개선대책", "ISSUES"],
]);
/** The heading of each part as the form prints it. */
export const partTitle: Record<PartKind, string> = {
  RESULTS: "추진실적 및 향후 추진계획",
  PARTICIPATION: "시민참여 실적",
  FUNDING: "연도별 집행액",
  ISSUES: "문제점 및 개선대책",
};

const inBrackets = /[(（][^()（）]*[)）]/g;
const partMarker = /^[\s□■▣◻◼❏❑ㅁ#]*(?:(?:\d{1,2}|[Ⅰ-Ⅻ]|[가-하])[.)]\s)?/;

/** A recognised heading; `misprintOf` is the form's word that it misspells, null if it is exact. */
export interface Heading<Meaning> {
  meaning: Meaning;
  misprintOf: string | null;
}

/** Text with a numeric entity is never a heading: the writer escapes text that would read like one. */
export const hasNumericEntity = (raw: string): boolean => raw.includes("&#");

/** Recognises the heading of a part, such as □ 시민참여 실적, alone or followed by brackets. */
export function readPartHeading(line: Line): Heading<PartKind> | undefined {
  if (line.text.length > maxHeadingLength || !/[가-힣]/.test(line.text) || hasNumericEntity(line.text))
    return undefined;
  const [first, ...others] = cellsOf(line).filter(({ raw }) => !isBlank(raw));
  if (!others.every(({ raw }) => compact(raw).replace(inBrackets, "") === "")) return undefined;
  const words = plainText(first!.raw).replace(partMarker, "");
  return lookUp(words.replace(inBrackets, "").replace(/\s+/g, ""), partHeadings);
}

/** The bracketed texts of a part's heading: (단위 : 백만원), (2019년 2/4분기) or anything else. */
export const bracketsOf = (line: Line): string[] => line.text.match(inBrackets) ?? [];

const issueHeadings = new Map([
  ["문제점", "PROBLEM" as const],
  ["개선대책", "REMEDY" as const],
  ["개선방안", "REMEDY" as const],
]);

/** The heading of a list of the last part, with its line. */
export interface IssueHeading extends Heading<"PROBLEM" | "REMEDY"> {
  line: Line;
  /** Of the heading, without the text after its colon or tab. */
  length: number;
}

/** Recognises ○ 문제점 and ○ 개선대책; undefined for any other line. */
export function readIssueHeading(line: Line): IssueHeading | undefined {
  const match = /^[\s□■○●◎◯❍ㅇo#*-]*([가-힣 ]{2,12}?)\s*(?:\*\*\s*)?(?:[:：\t]|$)/.exec(
    line.text.slice(0, 60),
  );
  const entry = lookUp(match?.[1]?.replace(/\s/g, "") ?? "", issueHeadings);
  return match && entry ? { ...entry, line, length: match[0].length } : undefined;
}

/** The meaning of a section's heading; year and quarter are null if not printed. */
export interface SectionMeaning {
  kind: SectionKind;
  year: number | null;
  quarter: number | null;
}

const { BEFORE_QUARTER, THIS_QUARTER, PLAN } = SectionKind;
const withoutQuarter = new Map([
  ...["그동안추진실적", "그동안의추진실적", "그간추진실적", "기추진실적"].map(
    (words) => [words, BEFORE_QUARTER] as const,
  ),
  ...["당해분기추진실적", "당해분기실적", "이번분기추진실적", "금분기추진실적"].map(
    (words) => [words, THIS_QUARTER] as const,
  ),
  ...["향후추진계획", "다음분기추진계획", "차분기추진계획"].map((words) => [words, PLAN] as const),
]);
const withQuarter = new Map([
  ["추진실적", THIS_QUARTER],
  ["실적", THIS_QUARTER],
  ["추진계획", PLAN],
  ["향후추진계획", PLAN],
  ["계획", PLAN],
]);
const printedQuarter = /^(?:(\d{4}|['’‘`]?\d{2})(?:년도|년|\.))?제?([1-4])(?:\/4)?분기(?:의)?(.+)$/;

/** Recognises the title of a section, markup removed: 2019년 2/4분기 추진실적 (당해 분기 실적). */
export function readSectionTitle(title: string): Heading<SectionMeaning> | undefined {
  if (title.length > maxHeadingLength || !/[추진실계]/.test(title)) return undefined;
  const words = title
    .replace(/^[\s□■▣○●◎◯❍ㅇㅁ#*]+|\*+$/g, "")
    .replace(inBrackets, "")
    .replace(/\s+/g, "");
  const printed = printedQuarter.exec(words);
  const entry = lookUp(printed ? printed[3]! : words, printed ? withQuarter : withoutQuarter);
  if (!entry) return undefined;
  const year = printed?.[1]?.replace(/\D/g, "");
  return {
    misprintOf: entry.misprintOf,
    meaning: {
      kind: entry.meaning,
      year: year === undefined ? null : Number(year.length === 2 ? `20${year}` : year),
      quarter: printed ? Number(printed[2]) : null,
    },
  };
}
