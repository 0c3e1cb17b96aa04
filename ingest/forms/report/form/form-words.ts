import type { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import type { ParticipationKind, SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import type {
  ContactLabel,
  FormEdition,
  FormWord,
  FundingColumn,
  FundingRowKind,
  IssueKind,
  PartKind,
} from "./form-edition.ts";
import { lookUp } from "./similar-words.ts";

/** A word of the form that was recognised; `misprintOf` is the form's word that it misspells, null if it is exact. */
export interface Recognised<Meaning> {
  meaning: Meaning;
  misprintOf: string | null;
}

/** The meaning of a section's heading; year and quarter are null if not printed. */
export interface SectionMeaning {
  kind: SectionKind;
  year: number | null;
  quarter: number | null;
}

/** Text without white space, for comparing the form's words: 구 분 is 구분. */
export const compact = (text: string): string => text.replace(/\s+/g, "");
const withoutMarks = (text: string): string => compact(text).replace(/[,，、·ㆍ‧/.및]/g, "");

/** Longer texts cannot be headings. */
const longest = 160;
const inBrackets = /[(（][^()（）]*[)）]/g;
const marks = "\\s□■▣◻◼❏❑ㅁ#*";
const partMarker = new RegExp(`^[${marks}]*(?:(?:\\d{1,2}|[Ⅰ-Ⅻ]|[가-하])[.)]\\s)?`);
const sectionMarker = new RegExp(`^[${marks}○●◎◯❍ㅇ]+|\\*+$`, "g");
const printedQuarter = /^(?:(\d{4}|['’‘`]?\d{2})(?:년도|년|\.))?제?([1-4])(?:\/4)?분기(?:의)?(.+)$/;

/** The words of a part's heading as printed, without signs, number and brackets. */
export const headingWords = (text: string): string =>
  text
    .replace(partMarker, "")
    .replace(inBrackets, "")
    .replace(/\**\s*$/, "")
    .trim();

/** The words of an edition of the form, ready to be looked up in a document. */
export class FormWords {
  static readonly #ofEditions = new WeakMap<FormEdition, FormWords>();

  /** The words of an edition, made once. */
  static of(edition: FormEdition): FormWords {
    const known = FormWords.#ofEditions.get(edition);
    if (known) return known;
    const words = new FormWords(edition);
    FormWords.#ofEditions.set(edition, words);
    return words;
  }

  readonly edition: FormEdition;
  readonly #parts: ReadonlyMap<string, PartKind>;
  readonly #sections: ReadonlyMap<string, SectionKind>;
  readonly #afterQuarter: ReadonlyMap<string, SectionKind>;
  readonly #issues: ReadonlyMap<string, IssueKind>;
  readonly #contacts: ReadonlyMap<string, ContactLabel>;
  readonly #participation: ReadonlyMap<string, ParticipationKind>;
  readonly #fundingColumns: ReadonlyMap<string, FundingColumn>;
  readonly #fundingRows: ReadonlyMap<string, FundingSource | "TOTAL">;
  readonly #resultColumns: ReadonlySet<string>;
  readonly #headerLabels: ReadonlyMap<string, "CODE" | "TITLE">;
  readonly #participationLabels: ReadonlySet<string>;
  /** A label of the contacts within a text; short words other than roles are too common there. */
  readonly contactInText: RegExp;

  private constructor(edition: FormEdition) {
    this.edition = edition;
    this.#parts = byWord(edition.parts);
    this.#sections = byWord(edition.sections);
    this.#afterQuarter = new Map(
      entriesOf(edition.sections).flatMap(([kind, { afterQuarter = [] }]) =>
        afterQuarter.map((words) => [words, kind] as const),
      ),
    );
    this.#issues = byWord(edition.issues);
    this.#contacts = byWord(edition.header.contacts);
    this.#participation = byWord(edition.participation.columns, withoutMarks);
    this.#fundingColumns = byWord(edition.funding.columns);
    this.#fundingRows = byWord(edition.funding.rows);
    this.#resultColumns = new Set(
      [...edition.resultColumns, edition.parts.RESULTS].flatMap((one) => wordsOf(one)),
    );
    this.#headerLabels = byWord({ CODE: edition.header.code, TITLE: edition.header.title });
    this.#participationLabels = new Set(wordsOf(edition.participation.labels));
    const labels = [...this.#contacts].filter(([word, label]) => !isCommon(word, label));
    const pattern = labels.map(([word]) => [...word].join(" {0,3}")).join("|");
    this.contactInText = new RegExp(`(?<=^|\\s)(${pattern})(?=[\\s:：]|$)`);
  }

  /** The heading of a part, such as □ 시민참여 실적, alone or followed by brackets. */
  part(text: string): Recognised<PartKind> | undefined {
    if (text.length > longest) return undefined;
    return lookUp(compact(text.replace(partMarker, "").replace(inBrackets, "")), this.#parts);
  }

  /** The heading of a section: 2019년 2/4분기 추진실적 (당해 분기 실적). */
  section(text: string): Recognised<SectionMeaning> | undefined {
    if (text.length > longest) return undefined;
    const words = compact(text.replace(sectionMarker, "").replace(inBrackets, ""));
    const printed = printedQuarter.exec(words);
    const entry = printed ? lookUp(printed[3]!, this.#afterQuarter) : lookUp(words, this.#sections);
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

  /** The heading of a list of the last part, ○ 문제점, and the length of the text up to what follows its colon. */
  issue(text: string): (Recognised<IssueKind> & { length: number }) | undefined {
    const match = /^[\s□■○●◎◯❍ㅇo#*-]*([가-힣 ]{2,12}?)\s*(?:\*\*\s*)?(?:[:：]\s*|$)/.exec(text.slice(0, 60));
    const entry = match && lookUp(compact(match[1]!), this.#issues);
    return entry ? { ...entry, length: match[0].length } : undefined;
  }

  contact(text: string): Recognised<ContactLabel> | undefined {
    return text.length > longest ? undefined : lookUp(compact(text), this.#contacts);
  }

  /** A label of code or title: 공약번호. */
  headerLabel(text: string): "CODE" | "TITLE" | undefined {
    return this.#headerLabels.get(compact(text));
  }

  participation(text: string): Recognised<ParticipationKind> | undefined {
    return text.length > longest ? undefined : lookUp(withoutMarks(text), this.#participation);
  }

  isParticipationLabel(text: string): boolean {
    return this.#participationLabels.has(compact(text));
  }

  fundingColumn(text: string): Recognised<FundingColumn> | undefined {
    return text.length > longest ? undefined : lookUp(compact(text), this.#fundingColumns);
  }

  fundingRow(text: string): FundingRowKind | undefined {
    return text.length > longest ? undefined : this.#fundingRows.get(compact(text));
  }

  /** The words of the columns and of the rows of the table of amounts, to suggest the nearest of. */
  fundingWords(): { columns: string[]; rows: string[] } {
    return { columns: [...this.#fundingColumns.keys()], rows: [...this.#fundingRows.keys()] };
  }

  /** Whether a text is a heading of the table of results, such as 구분. */
  isResultColumn(text: string): boolean {
    return this.#resultColumns.has(compact(text));
  }
}

/** 부서, 전화 and 담당자 are common words in sentences. */
function isCommon(word: string, label: ContactLabel): boolean {
  if (label === "NAME") return word.length > 2;
  return label === "OTHER_ROLE" || ((label === "DEPARTMENT" || label === "EXTENSION") && word.length < 3);
}

const entriesOf = <Key extends string, Value>(record: Readonly<Record<Key, Value>>) =>
  Object.entries(record) as [Key, Value][];

const wordsOf = ({ title, variants }: FormWord): string[] => [title, ...variants].map(compact);

function byWord<Key extends string>(
  words: Readonly<Record<Key, FormWord>>,
  shape: (text: string) => string = compact,
): ReadonlyMap<string, Key> {
  return new Map(
    entriesOf(words).flatMap(([key, word]) => wordsOf(word).map((one) => [shape(one), key] as const)),
  );
}
