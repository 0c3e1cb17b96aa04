import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { decodeText } from "./decode-text.ts";

const finding = (bytes: Uint8Array) => {
  const decoded = decodeText(bytes);
  if (!("finding" in decoded)) throw new Error(`read as ${decoded.encoding}`);
  return decoded.finding;
};

/** All Hangul syllables, in lines of 100: Node's own TextDecoder("euc-kr") misreads 8,822 of them. */
const syllables = Array.from(
  { length: 11_172 },
  (_, index) => String.fromCharCode(0xac00 + index) + (index % 100 === 99 ? "\n" : ""),
).join("");

describe("decodeText", () => {
  test("reads UTF-8 without its byte order mark, composed", () => {
    expect(decodeText(Buffer.from("\uFEFF고양시\r\n".normalize("NFD")))).toEqual({
      text: "고양시\r\n",
      encoding: "UTF-8",
    });
  });

  test("reads every Hangul syllable of CP949", () => {
    expect(decodeText(iconv.encode(syllables, "cp949"))).toEqual({ text: syllables, encoding: "CP949" });
  });

  test("reads a part of a larger buffer", () => {
    const whole = Buffer.from("앞고양뒤");
    expect(decodeText(new Uint8Array(whole.buffer, whole.byteOffset + 3, 6))).toMatchObject({ text: "고양" });
  });

  test.each([
    ["empty", Buffer.alloc(0), "비어"],
    ["white space", Buffer.from("\uFEFF \r\n\t\n"), "비어"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "PNG"],
    ["a photograph", Buffer.from("ffd8ffe000104a46", "hex"), "JPEG"],
    ["a PDF", Buffer.from("%PDF-1.7"), "PDF"],
    ["an archive", Buffer.from("504b030414000600", "hex"), "xlsx"],
    ["an old workbook or .hwp", Buffer.from("d0cf11e0a1b11ae1", "hex"), ".hwp"],
    ["bytes with NUL", Buffer.from("고양\0시"), "NUL"],
  ])("refuses %s as unreadable", (_, bytes, word) => {
    expect(finding(bytes)).toMatchObject({ code: "FILE_UNREADABLE", line: null });
    expect(finding(bytes).message.ko).toContain(word);
  });

  test.each([
    [
      "a stray byte in UTF-8",
      Buffer.concat([Buffer.from("고양시\n청년 "), Buffer.from([0xff]), Buffer.from("정책")]),
      2,
      17,
    ],
    ["U+FFFD inside", Buffer.from("고양시\n\n청년\uFFFD"), 3, 17],
    ["half a character at the end", Buffer.from("고양시").subarray(0, 8), 1, 6],
    [
      "a stray byte in CP949",
      Buffer.concat([iconv.encode("고양\n시", "cp949"), Buffer.from([0xff, 0x41])]),
      2,
      7,
    ],
  ])("refuses %s, with line and offset", (_, bytes, line, offset) => {
    expect(finding(bytes)).toMatchObject({ code: "ENCODING_INVALID", line });
    expect(finding(bytes).message.ko).toContain(` ${offset}바이트`);
  });

  test("says of U+FFFD that the characters were lost before, not that it is no UTF-8", () => {
    const { ko, en } = finding(Buffer.from("고양\uFFFD")).message;
    expect(ko).toContain("저장되기 전에 잃어버린");
    expect(en).toContain("lost before the file was saved");
    expect(`${ko}${en}`).not.toMatch(/CP949|UTF-8/);
  });

  test.each([
    ["UTF-16LE", (text: string) => Buffer.from(text, "utf16le")],
    ["UTF-16BE", (text: string) => Buffer.from(text, "utf16le").swap16()],
  ] as const)("reads %s by its byte order mark", (encoding, encode) => {
    const decoded = decodeText(encode("\uFEFF고양\t시\r\n"));
    expect(decoded).toEqual({ text: "고양\t시\r\n", encoding });
    const halfPair = finding(encode("\uFEFF고양\n시\uD83D"));
    expect(halfPair).toMatchObject({ code: "ENCODING_INVALID", line: 2 });
    expect(finding(encode("\uFEFF고양\n").subarray(0, -1))).toMatchObject({ code: "ENCODING_INVALID" });
  });

  test.each(["\x1A", "\x1A\r\n", "\x1A\x1A"])("drops the end-of-file mark of DOS programs (%j)", (end) => {
    expect(decodeText(Buffer.from(`고양시\r\n${end}`))).toMatchObject({ text: "고양시\r\n" });
  });

  test("refuses 50 MB of noise, with and without NUL", () => {
    const noise = randomBytes(50_000_000);
    expect(finding(noise).code).toMatch(/FILE_UNREADABLE|ENCODING_INVALID/);
    expect(finding(noise.map((byte) => byte || 0x80)).code).toMatch(/FILE_UNREADABLE|ENCODING_INVALID/);
  });
});
