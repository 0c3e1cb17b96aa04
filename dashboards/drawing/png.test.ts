import { expect, test } from "@jest/globals";
import { pngOf } from "./png.ts";

const picture = (text: string, weight = "normal") =>
  pngOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><text y="30" font-weight="${weight}">${text}</text></svg>`,
  );

test("a picture is a PNG of twice its size", async () => {
  const png = await picture("공약");
  expect(png.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([400, 100]);
});

test("Hangul is drawn, each syllable as itself, regular and bold", async () => {
  const pictures = await Promise.all([picture(""), picture("공"), picture("약"), picture("약", "bold")]);
  expect(new Set(pictures.map((png) => png.toString("base64"))).size).toBe(4);
});
