/** One line of the text without its line break; numbers count from 1. */
export interface Line {
  number: number;
  text: string;
}

/** Yields the lines of a text, which may end in LF, CRLF or CR. */
export function* eachLine(text: string): Generator<Line> {
  const lineBreak = /\r\n|\r|\n/g;
  let number = 1;
  let start = 0;
  for (let match = lineBreak.exec(text); match; match = lineBreak.exec(text)) {
    yield { number, text: text.slice(start, match.index) };
    number += 1;
    start = lineBreak.lastIndex;
  }
  yield { number, text: text.slice(start) };
}

const ruledLine = /^\s*([-=_*─━])\1{2,}\s*$/;

/** Whether a text is only white space or a ruled line (---). */
export const isBlank = (text: string): boolean =>
  !/\S/.test(text) || (text.length < 200 && ruledLine.test(text));
