/** How wide the signs of the hub's font are, in parts of the size it is set in. */
const widths: [RegExp, number][] = [
  [/\p{Script=Hangul}/u, 0.87],
  [/\d/, 0.6],
  [/[%A-Z]/, 0.68],
  [/[\s.,·/()]/, 0.27],
];

/** About how wide a text is in pixels, set in this size: nothing on the server knows the font better. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (widths.find(([kind]) => kind.test(sign))?.[1] ?? 0.56), 0) * size;

/** A note of a picture in lines that fit into its width, broken at blanks. */
export function wrapped(note: string, width: number, size = 12): string[] {
  const lines: string[] = [];
  for (const word of note.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
