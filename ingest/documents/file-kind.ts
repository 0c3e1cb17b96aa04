import type { Localized } from "../../schema/core/localized.ts";

const kinds: { starts: number[]; name: Localized }[] = [
  { starts: [0x89, 0x50, 0x4e, 0x47], name: { ko: "PNG 그림", en: "a PNG picture" } },
  { starts: [0xff, 0xd8, 0xff], name: { ko: "JPEG 그림", en: "a JPEG picture" } },
  { starts: [0x47, 0x49, 0x46, 0x38], name: { ko: "GIF 그림", en: "a GIF picture" } },
  {
    starts: [0x52, 0x49, 0x46, 0x46],
    name: { ko: "RIFF(WebP) 그림 또는 소리", en: "a RIFF (WebP) picture or sound" },
  },
  { starts: [0x25, 0x50, 0x44, 0x46, 0x2d], name: { ko: "PDF 문서", en: "a PDF document" } },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    name: {
      ko: "한글(.hwp), 예전 엑셀(.xls) 또는 암호가 걸린 문서",
      en: "a .hwp, a legacy .xls or a password-protected document",
    },
  },
  {
    starts: [...Buffer.from("HWP Document File")],
    name: { ko: "한글(.hwp) 문서", en: "a .hwp document" },
  },
  {
    starts: [0x50, 0x4b, 0x03, 0x04],
    name: { ko: "압축 파일(zip, xlsx, hwpx)", en: "an archive (zip, xlsx, hwpx)" },
  },
  { starts: [0x1f, 0x8b], name: { ko: "압축 파일(gzip)", en: "an archive (gzip)" } },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], name: { ko: "압축 파일(7z)", en: "an archive (7z)" } },
  { starts: [0x52, 0x61, 0x72, 0x21], name: { ko: "압축 파일(rar)", en: "an archive (rar)" } },
];

/** The kind of a binary file by its first bytes; undefined if they match no known kind. */
export const fileKind = (bytes: Uint8Array): Localized | undefined =>
  kinds.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte))?.name;
