import { declareEnum } from "../../core/enum-words.ts";

/** Content of a cell that can contain a figure. */
export enum CellState {
  VALUE = "VALUE",
  DASH = "DASH",
  BLANK = "BLANK",
  IMPLIED_ZERO = "IMPLIED_ZERO",
}
/** Labels of the states of a cell. */
export const cellStateWords = declareEnum(CellState, {
  name: "CellState",
  description: {
    ko: "수치가 있을 칸에 무엇이 적혀 있는가.",
    en: "Content of a cell that can contain a figure.",
  },
  values: {
    VALUE: {
      ko: "인쇄된 값",
      en: "printed value",
      meaning: { ko: "수가 적혀 있음", en: "A number is printed." },
    },
    DASH: {
      ko: "‘-’ 표시",
      en: "printed as “-”",
      meaning: {
        ko: "-가 적혀 있음. 보고할 것이 없다는 뜻이며 0이 아님",
        en: "A dash: nothing to report; not 0.",
      },
    },
    BLANK: {
      ko: "미보고",
      en: "not reported",
      meaning: { ko: "비어 있음. 알 수 없음", en: "Blank: unknown." },
    },
    IMPLIED_ZERO: {
      ko: "빈칸, 합계로 0 확인",
      en: "blank, proved 0 by the totals",
      meaning: {
        ko: "비어 있으나 적힌 합계로 0임이 확인됨",
        en: "Blank, but the printed totals prove that it is zero.",
      },
    },
  },
});
