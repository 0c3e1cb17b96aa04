import { FigureUnit } from "../../../../../schema/subjects/report/stated-kinds.ts";
import { type FoundUnit, unitAfter } from "./figure-units.ts";
import { decimalText, isWhole, type Numeral, numeralPattern, readNumeral } from "./numeral.ts";
import {
  isPlanned,
  originOf,
  type Span,
  type StatedFigureDraft,
  type StatementContext,
} from "./stated-text.ts";

/** A figure in a text. */
export interface PrintedFigure extends Span {
  value: string;
  unit: FigureUnit;
}

/** A number that is part of something else: a code, a time, a range, a signed or an ordinal number, one of a ratio. */
const partOfOther = /(?:[-A-Za-z.₩$_#]|[±+△▲▽▼~] ?|\d[,:·ㆍ/]|\d[가-힣%㎡]{0,3} ?- ?|제 ?)$/;
/** Words before a number that is a limit or a guess, or that count what earlier periods had. */
const inexactBefore =
  /(?:(?<![가-힣])(?:약|대략|거의|근|만)|최대|최소|최고|최저|적어도|많게는|적게는|내지|또는|혹은) ?(?:총 ?)?$/;
const cumulative = /누계|누적/;
const inexactAfter =
  /^[을를에이]? *(?:넘|못 ?미|미치지|미달|육박|가까|\([^)]*누[계적]|이상|이하|미만|초과|이내|내외|내지|안팎|가량|정도|상당|남짓|전후|규모|수준|쯤|당(?![가-힣])|또는|혹은|~|- ?\d|\/ ?(?:1? ?(?:년|월|주|일|회|인|명|개소|개|건)(?![가-힣])|㎡|m²|평))/;

/** The figures printed in a text that mean just what they say; `taken` are the places of its dates. */
export function printedFigures(
  text: string,
  above: readonly string[],
  taken: readonly Span[],
): PrintedFigure[] {
  if (above.some((words) => cumulative.test(words))) return [];
  const figures: PrintedFigure[] = [];
  for (const match of text.matchAll(new RegExp(numeralPattern, "g"))) {
    const start = match.index;
    const numberEnd = start + match[0].length;
    const found = unitAfter(text.slice(numberEnd));
    if (!found) continue;
    const end = numberEnd + found.length;
    const before = text.slice(0, start);
    const numeral = readNumeral(match[0]);
    if (!numeral || !fits(match[0], numeral, found)) continue;
    if (partOfOther.test(before) || inexactBefore.test(before) || cumulative.test(before)) continue;
    if (inexactAfter.test(text.slice(end))) continue;
    if (isEach(match[0], found, before, text.slice(end))) continue;
    if (taken.some((other) => other.start < end && start < other.end)) continue;
    figures.push({ start, end, value: decimalText(numeral), unit: found.unit });
  }
  return figures;
}

/** 1회 20명, 5천원/1인, 2인 1조: so many each time, or for each. */
const isEach = (printed: string, { words }: FoundUnit, before: string, after: string): boolean =>
  (/^ ?\d/.test(after) && (printed === "1" || words === "인")) || (printed === "1" && /\/ ?$/.test(before));

/** Whether a unit can have such a number: no half places, and hundreds of millions of won only. */
function fits(printed: string, numeral: Numeral, { unit, whole }: FoundUnit): boolean {
  if (whole && !isWhole(numeral)) return false;
  if (unit === FigureUnit.WON) return true;
  return !/[억조]/.test(printed) && !(whole && printed.includes("."));
}

/** The figures of a statement; `dates` are the places of its dates. */
export function statedFigures(
  context: StatementContext,
  figures: readonly PrintedFigure[],
  dates: readonly Span[],
): StatedFigureDraft[] {
  const { text, statement, section, index } = context;
  const all = [...figures, ...dates].sort((one, other) => one.start - other.start);
  return figures.flatMap((figure) => {
    const origin = originOf(statement, figure);
    if (!origin) return [];
    const before = all.findLast(({ end }) => end <= figure.start);
    return {
      ...{ section, statement: index, value: figure.value, unit: figure.unit, origin },
      label: labelOf(
        text,
        figure,
        before,
        figures.some((other) => other === before),
      ),
      planned: isPlanned(context, figure, figures),
    };
  });
}

/** Words that belong to the date or figure before them: 2020년까지, 2019년 말, (예정). */
const attached = /^[가-힣]*(?: ?(?:\(예정\)|(?:말|초|중|[초중하상]순|기준|현재)(?:까지|부터|에)?(?= |$)))?/;

/**
 * The words before a figure: since the figure or date before it, or since the bracket that it stands in was opened. In
 * a bracket without words, those before the bracket, unless they are about another figure.
 */
function labelOf(
  text: string,
  { start }: Span,
  before: Span | undefined,
  isAfterFigure: boolean,
): string | null {
  const since = text.slice(before?.end ?? 0, start);
  const clause = before ? since.slice(since.search(/[^,;]*$/)).replace(attached, "") : since;
  const open = clause.lastIndexOf("(");
  if (open <= clause.lastIndexOf(")")) return trimmed(clause);
  return trimmed(clause.slice(open + 1)) ?? (isAfterFigure ? null : trimmed(clause.slice(0, open)));
}

/** 대상 : 시민, 인원 : gives 인원. */
function trimmed(words: string): string | null {
  const colon = words.lastIndexOf(":");
  const ofKey = colon < 0 ? 0 : Math.max(words.lastIndexOf(",", colon), words.lastIndexOf(";", colon)) + 1;
  const label = words.slice(ofKey).replace(/^[\s:;,.)\]/~·ㆍ=→⇨×-]+|[\s:;,([=→⇨×-]+$/g, "");
  return /[\p{L}\p{N}]/u.test(label) ? label : null;
}
