import type { Feed, FeedColumn } from "../../../../schema/feeds/feed.ts";
import { totalLevel } from "../../feed/total-rows.ts";
import type { FeedMatch } from "./feed-match.ts";
import type { Proposal, ProposedGap, ProposedPart } from "./proposal.ts";
import { matchWordsOfCells } from "./propose-words.ts";
import { hasGaps, isUnitStated } from "./sample-facts.ts";

/** A match as the JSON of a mapping, with how sure each part is and what is left open. */
export function writeProposal(
  match: FeedMatch,
  rival: Feed | null,
  otherSheets: readonly (string | null)[],
): Proposal {
  const writer = new ProposalWriter(match);
  writer.writeFeed(rival, otherSheets);
  writer.writeColumns();
  writer.writeUnpivot();
  writer.writeRows();
  writer.writeGaps();
  const paths = match.sample.headings.paths;
  const leftOut = paths.flatMap((path, index) => (path === null || writer.used.has(index) ? [] : [path]));
  return { mapping: writer.mapping, parts: writer.parts, open: writer.open, leftOut };
}

class ProposalWriter {
  readonly mapping: Record<string, unknown> = {};
  readonly parts: ProposedPart[] = [];
  readonly open: ProposedGap[] = [];
  readonly used: Set<number>;
  readonly #match: FeedMatch;
  readonly #columns: Record<string, unknown> = {};

  constructor(match: FeedMatch) {
    this.#match = match;
    const { columns, unpivot, marked } = match;
    this.used = new Set([
      ...columns.map(({ index }) => index),
      ...(unpivot?.indexes ?? []),
      ...(marked?.indexes ?? []),
    ]);
  }

  writeFeed(rival: Feed | null, otherSheets: readonly (string | null)[]): void {
    const { feed, sample, hasSheets } = this.#match;
    this.mapping.feed = feed.name;
    this.parts.push({
      ...{ part: "feed", proposal: feed.name, certainty: rival ? "UNSURE" : "LIKELY" },
      reason: rival
        ? {
            ko: `${rival.name}일 수도 있습니다. --feed로 정하십시오`,
            en: `it may be ${rival.name} as well; decide with --feed`,
          }
        : { ko: "머리글이 가장 많이 맞습니다", en: "most headings fit" },
    });
    if (!hasSheets || sample.table.sheet === null) return;
    this.mapping.sheet = sample.table.sheet;
    const others = otherSheets.filter((sheet) => sheet !== null).join(", ");
    this.parts.push({
      ...{ part: "sheet", proposal: sample.table.sheet, certainty: others ? "UNSURE" : "LIKELY" },
      reason: others
        ? {
            ko: `다른 시트(${others})도 맞으니 시트마다 매핑을 만드십시오`,
            en: `other sheets (${others}) fit as well; make a mapping for each`,
          }
        : { ko: "머리글이 맞는 시트가 이것뿐입니다", en: "the only sheet whose headings fit" },
    });
  }

  writeColumns(): void {
    const { feed, columns, marked, sample } = this.#match;
    this.mapping.columns = this.#columns;
    for (const column of feed.columns) {
      const part = `columns.${column.heading}`;
      const match = columns.find((one) => one.column === column);
      if (match) {
        const heading = sample.headings.paths[match.index]!;
        this.parts.push({ part, proposal: heading, certainty: match.certainty, reason: match.reason });
        this.#columns[column.heading] = { from: heading, ...this.#words(match.index, column, part) };
      } else if (marked?.column === column) {
        this.#columns[column.heading] = { marked: Object.fromEntries(marked.words) };
        this.parts.push({
          ...{
            part,
            proposal: [...marked.words.keys()].join(", "),
            certainty: marked.isExact ? "CERTAIN" : "LIKELY",
          },
          reason: {
            ko: "머리글이 이행 상태 등의 낱말이고 칸에 표시만 있습니다",
            en: "the headings are its words and the cells are marks",
          },
        });
      }
    }
  }

  #words(index: number, column: FeedColumn, part: string): { values?: Record<string, string> } {
    const words = matchWordsOfCells(this.#match.sample, index, column);
    const values: Record<string, string> = {};
    for (const [word, meaning] of words) {
      const at = `${part}.values.${word || '""'}`;
      if (meaning === null) {
        this.open.push({
          part: at,
          reason: { ko: `‘${word}’이(가) 무엇인지 알 수 없습니다`, en: `what ${word} means is not known` },
        });
        continue;
      }
      values[word] = meaning;
      this.parts.push({
        ...{ part: at, proposal: meaning, certainty: "UNSURE" },
        reason:
          column.type.is === "yesNo"
            ? {
                ko: "표시가 있으면 예, 없으면 아니오로 보입니다",
                en: "a mark seems to mean yes, a blank cell no",
              }
            : { ko: "글자가 가장 비슷합니다", en: "the most similar word" },
      });
    }
    return Object.keys(values).length > 0 ? { values } : {};
  }

  writeUnpivot(): void {
    const { unpivot } = this.#match;
    if (!unpivot) return;
    const members = [...unpivot.members];
    const measures = unpivot.measures.map(({ column, pattern }) => [column.heading, pattern]);
    const known = members.filter(([, value]) => value !== null);
    this.mapping.unpivot = {
      column: unpivot.column.heading,
      members: Object.fromEntries(known),
      measures: Object.fromEntries(measures),
    };
    if (known.length < members.length)
      this.open.push({
        part: "unpivot.members",
        reason: {
          ko: `${members.map(([word]) => word).join(", ")}이(가) 몇 년인지 적혀 있지 않습니다`,
          en: `the year of ${members.map(([word]) => word).join(", ")} is not printed`,
        },
      });
    const isDated = ["month", "quarter"].includes(unpivot.column.type.is);
    this.parts.push({
      ...{ part: "unpivot.members", proposal: known.map(([word, value]) => `${word} = ${value}`).join(", ") },
      certainty: isDated ? "LIKELY" : "CERTAIN",
      reason: isDated
        ? {
            ko: "연도는 시트 이름, 제목 또는 연도 열에서 왔습니다",
            en: "the year comes from the sheet's name, the title or a column",
          }
        : { ko: `${unpivot.column.heading}의 낱말입니다`, en: `the words of ${unpivot.column.heading}` },
    });
    for (const { column, pattern, certainty, reason } of unpivot.measures)
      this.parts.push({ part: `unpivot.measures.${column.heading}`, proposal: pattern, certainty, reason });
  }

  writeRows(): void {
    const { sample, columns } = this.#match;
    const filled = columns.filter(
      ({ column, index }) =>
        (column.key || column.required) && hasGaps(sample, index) && !this.#isMappedBlank(column),
    );
    if (filled.length > 0) {
      const headings = filled.map(({ index }) => sample.headings.paths[index]!);
      this.mapping.fillDown = headings;
      const isMerged = filled.every(({ index }) =>
        sample.table.merges.some(
          ({ columns: at, lines }) => at.first === index + 1 && lines.last > lines.first,
        ),
      );
      this.parts.push({
        ...{ part: "fillDown", proposal: headings.join(", "), certainty: isMerged ? "LIKELY" : "UNSURE" },
        reason: isMerged
          ? { ko: "칸이 아래로 병합되어 있습니다", en: "its cells are merged downwards" }
          : { ko: "꼭 있어야 하는데 빈칸이 있습니다", en: "it is required and has blank cells" },
      });
    }
    const skip = [...new Set(sample.labels)];
    if (skip.length === 0) return;
    this.mapping.skip = skip;
    for (const label of skip)
      this.parts.push({
        ...{ part: "skip", proposal: label, certainty: "LIKELY" },
        reason:
          totalLevel(label) === undefined
            ? { ko: "설명이나 구분 줄로 보입니다", en: "looks like a note or a section title" }
            : { ko: "합계 줄로 보입니다", en: "looks like a total" },
      });
  }

  /** Blank cells that have a meaning of their own are not filled from above. */
  #isMappedBlank({ heading }: FeedColumn): boolean {
    const source = this.#columns[heading] as { values?: Record<string, string> } | undefined;
    return source?.values?.[""] !== undefined;
  }

  writeGaps(): void {
    const { feed, unpivot, columns, sample } = this.#match;
    const isFound = (column: FeedColumn): boolean =>
      column.heading in this.#columns ||
      column === unpivot?.column ||
      Boolean(unpivot?.measures.some((one) => one.column === column));
    for (const column of feed.columns) {
      if (isFound(column) || !(column.key || column.required)) continue;
      if (column.type.is === "quarter") {
        this.#columns[column.heading] = { option: "quarter" };
        this.parts.push({
          ...{ part: `columns.${column.heading}`, proposal: "--quarter", certainty: "UNSURE" },
          reason: {
            ko: "머리글이 없어 가져올 때 --quarter로 받습니다",
            en: "no heading; it is taken from --quarter",
          },
        });
      } else
        this.open.push({
          part: `columns.${column.heading}`,
          reason: {
            ko: "꼭 있어야 하는데 맞는 머리글이 없습니다",
            en: "it is required, and no heading fits",
          },
        });
    }
    const money = [
      ...columns.filter(({ column }) => column.type.is === "won").map(({ index }) => index),
      ...(unpivot?.measures.some(({ column }) => column.type.is === "won") ? unpivot.indexes : []),
    ];
    if (money.length > 0 && !isUnitStated(sample, money))
      this.open.push({
        part: "unit",
        reason: {
          ko: "금액의 단위가 표에 없습니다. 원, 천원, 백만원 가운데 확인해 쓰십시오",
          en: "the unit of amounts is not printed; find out whether it is 원, 천원 or 백만원",
        },
      });
  }
}
