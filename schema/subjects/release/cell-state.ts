import { registerEnumType } from "type-graphql";
import { describe } from "../../core/localized.ts";

/** What stands in a cell that a figure could stand in. */
export enum CellState {
  VALUE = "VALUE",
  DASH = "DASH",
  BLANK = "BLANK",
  IMPLIED_ZERO = "IMPLIED_ZERO",
}
registerEnumType(CellState, {
  name: "CellState",
  description: describe(
    "수치가 있을 칸에 무엇이 적혀 있는가.",
    "What stands in a cell that a figure could stand in.",
  ),
  valuesConfig: {
    VALUE: { description: describe("수가 적혀 있음", "A number is printed.") },
    DASH: {
      description: describe(
        "-가 적혀 있음. 보고할 것이 없다는 뜻이며 0이 아님",
        "A dash: nothing to report, which is not a 0.",
      ),
    },
    BLANK: { description: describe("비어 있음. 알 수 없음", "Blank; not known.") },
    IMPLIED_ZERO: {
      description: describe(
        "비어 있으나 적힌 합계로 0임이 확인됨",
        "Blank, and the printed totals prove it zero.",
      ),
    },
  },
});
