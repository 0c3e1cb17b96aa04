import { readFileSync, writeFileSync } from "node:fs";
import { read, write } from "@e965/xlsx";

// LibreOffice opens .xlsb but does not save it; SheetJS does. See README.md.
for (const [source, target] of [
  ["10-academy-libreoffice.xlsx", "10-academy-sheetjs.xlsb"],
  ["traps-libreoffice.xlsx", "traps-sheetjs.xlsb"],
]) {
  const workbook = read(readFileSync(new URL(source, import.meta.url)), { cellNF: true, cellStyles: true });
  const bytes = write(workbook, { type: "buffer", bookType: "xlsb", compression: true });
  writeFileSync(new URL(target, import.meta.url), bytes);
}
