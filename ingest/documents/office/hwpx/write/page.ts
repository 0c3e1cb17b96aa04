import { borders } from "./header.ts";
import { element } from "./xml.ts";

/** A4 upright, in hundredths of a point. */
const page = { width: 59528, height: 84186 };
const margin = 5669;

/** The width between the margins. */
export const textWidth = page.width - 2 * margin;

/** What the first paragraph of a section begins with: its page, notes and columns. */
export const sectionSettings = (): string =>
  element(
    "hp:secPr",
    {
      ...{ id: "", textDirection: "HORIZONTAL", spaceColumns: 1134, tabStop: 8000, outlineShapeIDRef: 1 },
      ...{ memoShapeIDRef: 0, textVerticalWidthHead: 0, masterPageCnt: 0 },
    },
    element("hp:grid", { lineGrid: 0, charGrid: 0, wonggojiFormat: 0 }),
    element("hp:startNum", { pageStartsOn: "BOTH", page: 0, pic: 0, tbl: 0, equation: 0 }),
    element("hp:visibility", {
      ...{ hideFirstHeader: 0, hideFirstFooter: 0, hideFirstMasterPage: 0, border: "SHOW_ALL" },
      ...{ fill: "SHOW_ALL", hideFirstPageNum: 0, hideFirstEmptyLine: 0, showLineNumber: 0 },
    }),
    element("hp:lineNumberShape", { restartType: 0, countBy: 0, distance: 0, startNumber: 0 }),
    element(
      "hp:pagePr",
      { landscape: "WIDELY", ...page, gutterType: "LEFT_ONLY" },
      element("hp:margin", {
        ...{ header: 2835, footer: 2835, gutter: 0 },
        ...{ left: margin, right: margin, top: 4252, bottom: 4252 },
      }),
    ),
    noteSettings("hp:footNotePr", "EACH_COLUMN"),
    noteSettings("hp:endNotePr", "END_OF_DOCUMENT"),
    ...["BOTH", "EVEN", "ODD"].map(pageBorder),
  ) +
  element(
    "hp:ctrl",
    {},
    element("hp:colPr", { id: "", type: "NEWSPAPER", layout: "LEFT", colCount: 1, sameSz: 1, sameGap: 0 }),
  );

const noteSettings = (name: string, place: string): string =>
  element(
    name,
    {},
    element("hp:autoNumFormat", {
      type: "DIGIT",
      userChar: "",
      prefixChar: "",
      suffixChar: ")",
      supscript: 0,
    }),
    element("hp:noteLine", { length: -1, type: "SOLID", width: "0.12 mm", color: "#000000" }),
    element("hp:noteSpacing", { betweenNotes: 283, belowLine: 567, aboveLine: 850 }),
    element("hp:numbering", { type: "CONTINUOUS", newNum: 1 }),
    element("hp:placement", { place, beneathText: 0 }),
  );

const pageBorder = (type: string): string =>
  element(
    "hp:pageBorderFill",
    {
      ...{ type, borderFillIDRef: borders.none, textBorder: "PAPER" },
      ...{ headerInside: 0, footerInside: 0, fillArea: "PAPER" },
    },
    element("hp:offset", { left: 1417, right: 1417, top: 1417, bottom: 1417 }),
  );
