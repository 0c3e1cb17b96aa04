import { inflateSync } from "node:zlib";

/** The OpenType font inside a WOFF 1.0 file (W3C Recommendation, sections 4 and 5), for programs that read no WOFF. */
export function unpackWoff(woff) {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("This is no WOFF file.");
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + 16 * count);
  woff.copy(directory, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((value, at) => {
    directory.writeUInt16BE(value, 4 + 2 * at);
  });
  const tables = [];
  let place = directory.length;
  for (let at = 0; at < count; at += 1) {
    const entry = 44 + 20 * at;
    const [offset, packedLength, length, checksum] = [4, 8, 12, 16].map((from) =>
      woff.readUInt32BE(entry + from),
    );
    const packed = woff.subarray(offset, offset + packedLength);
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packedLength < length ? inflateSync(packed) : packed).copy(table);
    woff.copy(directory, 12 + 16 * at, entry, entry + 4);
    [checksum, place, length].forEach((value, part) => {
      directory.writeUInt32BE(value, 16 + 16 * at + 4 * part);
    });
    tables.push(table);
    place += table.length;
  }
  return Buffer.concat([directory, ...tables]);
}
