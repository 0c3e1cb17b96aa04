import { letters, type Shape } from "./shapes.ts";
import { declaration, element, namespaces } from "./xml.ts";

const languages = ["hangul", "latin", "hanja", "japanese", "other", "symbol", "user"];
const forAll = (value: number) => Object.fromEntries(languages.map((language) => [language, value]));

/** A half-width character of 10 points, in hundredths of a point. */
const halfWidth = 500;

/** The ids of the borders of text and of cells. */
export const borders = { none: 1, cell: 2, heading: 3 } as const;

/** header.xml: the fonts, letters, paragraph shapes and borders that the section refers to. */
export const headerXml = (shapes: readonly Shape[]): string =>
  declaration +
  element(
    "hh:head",
    { ...namespaces, version: "1.4", secCnt: 1 },
    element("hh:beginNum", { page: 1, footnote: 1, endnote: 1, pic: 1, tbl: 1, equation: 1 }),
    element(
      "hh:refList",
      {},
      listOf("hh:fontfaces", languages.map(fontOf)),
      listOf("hh:borderFills", [
        borderOf(borders.none, "NONE"),
        borderOf(borders.cell, "SOLID"),
        borderOf(borders.heading, "SOLID", "#EEEEEE"),
      ]),
      listOf("hh:charProperties", letters.map(letterOf)),
      listOf("hh:tabProperties", [element("hh:tabPr", { id: 0, autoTabLeft: 0, autoTabRight: 0 })]),
      listOf("hh:numberings", [
        element("hh:numbering", { id: 1, start: 0 }, ...outlineLevels.map(paragraphHead)),
      ]),
      listOf("hh:paraProperties", shapes.map(shapeOf)),
      listOf("hh:styles", [
        element("hh:style", {
          ...{ id: 0, type: "PARA", name: "바탕글", engName: "Normal", paraPrIDRef: 0, charPrIDRef: 0 },
          ...{ nextStyleIDRef: 0, langID: 1042, lockForm: 0 },
        }),
      ]),
    ),
    element("hh:compatibleDocument", { targetProgram: "HWP201X" }, element("hh:layoutCompatibility")),
    element("hh:docOption", {}, element("hh:linkinfo", { path: "", pageInherit: 0, footnoteInherit: 0 })),
  );

const listOf = (name: string, items: string[]): string => element(name, { itemCnt: items.length }, ...items);

const fontOf = (language: string): string =>
  element(
    "hh:fontface",
    { lang: language.toUpperCase(), fontCnt: 1 },
    element("hh:font", { id: 0, face: "함초롬바탕", type: "TTF", isEmbedded: 0 }),
  );

/** Sections refer to an outline, used or not. */
const outlineLevels = [1, 2, 3, 4, 5, 6, 7];

const paragraphHead = (level: number): string =>
  element(
    "hh:paraHead",
    {
      ...{ start: 1, level, align: "LEFT", useInstWidth: 1, autoIndent: 1, widthAdjust: 0 },
      ...{
        textOffsetType: "PERCENT",
        textOffset: 50,
        numFormat: "DIGIT",
        charPrIDRef: 4294967295,
        checkable: 0,
      },
    },
    `^${level}.`,
  );

function borderOf(id: number, type: "NONE" | "SOLID", color?: string): string {
  const line = (side: string) => element(`hh:${side}`, { type, width: "0.12 mm", color: "#000000" });
  const diagonal = { type: "NONE", Crooked: 0, isCounter: 0 };
  return element(
    "hh:borderFill",
    { id, threeD: 0, shadow: 0, centerLine: "NONE", breakCellSeparateLine: 0 },
    ...[element("hh:slash", diagonal), element("hh:backSlash", diagonal)],
    ...["leftBorder", "rightBorder", "topBorder", "bottomBorder"].map(line),
    element("hh:diagonal", { type: "SOLID", width: "0.1 mm", color: "#000000" }),
    color
      ? element(
          "hc:fillBrush",
          {},
          element("hc:winBrush", { faceColor: color, hatchColor: "#999999", alpha: 0 }),
        )
      : "",
  );
}

const letterOf = ({ size, isBold }: (typeof letters)[number], id: number): string =>
  element(
    "hh:charPr",
    {
      ...{ id, height: size, textColor: "#000000", shadeColor: "none", useFontSpace: 0, useKerning: 0 },
      ...{ symMark: "NONE", borderFillIDRef: borders.none },
    },
    element("hh:fontRef", forAll(0)),
    element("hh:ratio", forAll(100)),
    element("hh:spacing", forAll(0)),
    element("hh:relSz", forAll(100)),
    element("hh:offset", forAll(0)),
    isBold ? element("hh:bold") : "",
    element("hh:underline", { type: "NONE", shape: "SOLID", color: "#000000" }),
    element("hh:strikeout", { shape: "NONE", color: "#000000" }),
    element("hh:outline", { type: "NONE" }),
    element("hh:shadow", { type: "NONE", color: "#C0C0C0", offsetX: 10, offsetY: 10 }),
  );

function shapeOf({ alignment, indent, hangs }: Shape, id: number): string {
  // Readers that know the namespace take the first; the others count margins in half of the unit.
  const spacing = (unit: number) => {
    const margin = (name: string, value: number) =>
      element(`hc:${name}`, { value: value * unit, unit: "HWPUNIT" });
    const hanging = hangs ? -2 * halfWidth : 0;
    return [
      element(
        "hh:margin",
        {},
        ...[margin("intent", hanging), margin("left", indent * halfWidth)],
        ...["right", "prev", "next"].map((name) => margin(name, 0)),
      ),
      element("hh:lineSpacing", { type: "PERCENT", value: 160, unit: "HWPUNIT" }),
    ];
  };
  return element(
    "hh:paraPr",
    {
      ...{ id, tabPrIDRef: 0, condense: 0, fontLineHeight: 0, snapToGrid: 1, suppressLineNumbers: 0 },
      checked: 0,
    },
    element("hh:align", { horizontal: alignment, vertical: "BASELINE" }),
    element("hh:heading", { type: "NONE", idRef: 0, level: 0 }),
    element("hh:breakSetting", {
      ...{ breakLatinWord: "KEEP_WORD", breakNonLatinWord: "KEEP_WORD", widowOrphan: 0, keepWithNext: 0 },
      ...{ keepLines: 0, pageBreakBefore: 0, lineWrap: "BREAK" },
    }),
    element("hh:autoSpacing", { eAsianEng: 0, eAsianNum: 0 }),
    element(
      "hp:switch",
      {},
      element("hp:case", { "hp:required-namespace": namespaces["xmlns:hwpunitchar"] }, ...spacing(1)),
      element("hp:default", {}, ...spacing(2)),
    ),
    element("hh:border", {
      ...{ borderFillIDRef: borders.none, offsetLeft: 0, offsetRight: 0, offsetTop: 0, offsetBottom: 0 },
      ...{ connect: 0, ignoreMargin: 0 },
    }),
  );
}
