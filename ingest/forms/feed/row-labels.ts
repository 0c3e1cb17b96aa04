import { compact } from "./heading.ts";

/** Words of rows that add up others, or are made of them in other ways: averages, changes, shares. */
const totals = [
  /^(?:(?:총|합|소|누|월|연|분기|전체)?계|총합|전체|합산|(?:grand|sub)?total|sum)$/i,
  /(?:합계|소계|총계|누계)(?:\(.*\)|\d)?$/,
  /^(?:총|계|합계)\(?\d[\d,]*(?:건|명|개|개소|원)\)?$|^계\(.*\)$/,
  /^(?:총|전체|월|연|분기|부서)?평균$/,
  /^증감[액률율]?$|^전(?:년|월|분기)(?:동기|동월)?(?:대비|비)?(?:증감)?[액률율]?$|^구성비$|^비[율중]$/,
];
/** 회계과 계, 상반기 계: letters set apart (설 계) are one word. */
const ofGroup = /\p{L}{2,}\s+계$/u;
const decoration = /^[-=*<>([◆■□▶\s]+|[-=*<>)\]:\s]+$/g;

/** The last characters of such words, by code: a quick look that spares nearly all cells the rest. */
const isLastCharacter = new Uint8Array(1 << 16);
for (const one of "계합체산건명개소원균감액율률중비년월기lLmM)]>:-=* \u3000）①②③④⑤")
  isLastCharacter[one.charCodeAt(0)] = 1;

/** Whether a cell labels a row that is made of others: 합계, 소 계, 총계(3건), 회계과 소계, 상반기 계, 평균. */
export function isTotalLabel(text: string): boolean {
  if (text === "" || isLastCharacter[text.charCodeAt(text.length - 1)] === 0) return false;
  if (ofGroup.test(text.trim())) return true;
  const label = compact(text);
  const bare = label.replace(decoration, "");
  return totals.some((total) => total.test(label) || total.test(bare));
}

const remark = [
  /^[※☞★＊*■□▶]/,
  /^[-=_~.*·()]+$/,
  /^[-(]*(?:끝|이하여백|여백|이상)[-)]*\.?$/,
  /^(?:비고|주|자료|출처|참고|단위|붙임|범례)\d*[:)]/,
  /^[^:]{1,15}:./,
  /^\(.*\)$|^\[.*\]$|^<.*>$/,
  /(?:기준|현재)\.?\)?$/,
  /^-?\d{1,3}(?:\/\d{1,3})?-?(?:쪽|페이지)?$/,
];

/** Whether a text that stands alone in a row is a remark on the table: ※ 2025년 기준, (끝), 비고: 직제순. */
export const isRemark = (text: string): boolean => {
  const compactText = compact(text);
  return remark.some((pattern) => pattern.test(compactText));
};

/** Whether a text asks to choose something, as the first line of a drop-down's list does: (선택하세요). */
export const isPlaceholder = (text: string): boolean =>
  /^[^가-힣a-z]*(?:부서를?)?(?:선택(?:하|해|[^가-힣]*$)|select)/i.test(compact(text));
