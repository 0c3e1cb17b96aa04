/** Characters below 32 are controls (표 6). These take one place, the others eight. */
const singleControls = new Set([0, 10, 13, 24, 25, 26, 27, 28, 29, 30, 31]);
/** Controls that stand for an object: the next record below the paragraph. */
const objectControls = new Set([1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23]);
const printedControls: ReadonlyMap<number, string> = new Map([
  [9, "\t"],
  [10, "\n"],
  [24, "-"],
  [30, "\u00a0"],
  [31, " "],
]);

/** The text of a paragraph in order, with null where an object is anchored. */
export function readParagraphText(data: Buffer): (string | null)[] {
  const parts: (string | null)[] = [];
  let text = "";
  for (let at = 0; at + 1 < data.length; at += 2) {
    const code = data.readUInt16LE(at);
    if (code >= 32) {
      text += String.fromCharCode(code);
      continue;
    }
    text += printedControls.get(code) ?? "";
    if (objectControls.has(code)) {
      parts.push(text, null);
      text = "";
    }
    if (!singleControls.has(code)) at += 14;
  }
  return [...parts, text];
}
