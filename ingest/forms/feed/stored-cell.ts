import { particle } from "../../../schema/core/particle.ts";
import type { CellType } from "../../../schema/feeds/cell.ts";
import type { FeedColumn } from "../../../schema/feeds/feed.ts";
import type { FindingCode } from "../../../schema/subjects/release/finding-code.ts";
import type { StoredCell } from "../../documents/table.ts";
import { CellProblem, type CellResult, FlaggedValue } from "./cell-problem.ts";
import { unitName, unitWonOf } from "./money-units.ts";

type Reader = (cell: StoredCell) => CellResult;

/** Reads the cells of a workbook in a column, unless what they display and what they store cannot both be right. */
export function storedCellReader(column: FeedColumn, unitWon: bigint, read: Reader): Reader {
  return (cell) => {
    const reason = contradiction(cell, column, unitWon);
    if (reason) return new CellProblem(codeOf(column.type), ...reason);
    const result = read(cell);
    if (result instanceof CellProblem) return withStoredValue(result, cell);
    if (cell.isUncalculated && typeof result !== "object") return new FlaggedValue(result, uncalculated);
    return result;
  };
}

const numbers = new Set<CellType["is"]>(["won", "count", "percent", "year", "businessNumber"]);
const periods = new Set<CellType["is"]>(["date", "month", "quarter"]);

const codeOf = ({ is }: CellType): FindingCode =>
  numbers.has(is) ? "NOT_A_NUMBER" : periods.has(is) ? "NOT_A_DATE" : "VALUE_UNKNOWN";

type Words = [ko: string, en: string];

function contradiction(cell: StoredCell, column: FeedColumn, unitWon: bigint): Words | undefined {
  const { display, exact, sharedBy } = cell;
  if (sharedBy)
    return [
      `여러 칸을 합친 칸(${sharedBy.lines.first}–${sharedBy.lines.last}행)이라 어느 칸의 값인지 알 수 없습니다. 합친 칸을 나누고 행과 열마다 제 값을 쓰십시오.`,
      `This cell is merged (rows ${sharedBy.lines.first}–${sharedBy.lines.last}), so it is open to which of them the value belongs. Unmerge it and give each row and column its own.`,
    ];
  if (cell.isRounded)
    return [
      "15자리를 넘는 수입니다. 스프레드시트는 15자리까지만 저장하므로 뒷자리가 바뀌었을 수 있습니다. 칸 서식을 텍스트로 바꾸고 원래 값을 다시 입력하거나 CSV로 올리십시오.",
      "This number has more than 15 digits. Spreadsheets keep 15, so the last ones may have changed. Format the cell as text and enter the original again, or import a CSV file.",
    ];
  if (cell.isConcealed)
    return [
      `표시 형식 때문에 아무것도 보이지 않으나 ${particle(exact, "이")} 저장되어 있습니다. 표시 형식을 일반으로 바꾸어 확인하고, 값이 없으면 지우십시오.`,
      `The number format displays nothing, but ${exact} is stored. Change the format to General and check; clear the cell if there is no value.`,
    ];
  if (cell.displaysOther)
    return [
      `${particle(`‘${display}’`, "으로")} 보이지만 저장된 값은 ${exact}입니다. 보이는 값을 그대로 입력하고 표시 형식을 일반이나 숫자로 바꾸십시오.`,
      `The cell displays ${display}, but ${exact} is stored. Enter the value as displayed and change the number format to General or Number.`,
    ];
  return column.type.is === "text" ? scaled(cell) : (unitContradiction(cell, column, unitWon) ?? undefined);
}

/** The number format divides what is stored. */
const scaled = ({ scale, display, exact }: StoredCell): Words | undefined =>
  scale === undefined
    ? undefined
    : [
        `표시 형식이 값을 ${scale.toLocaleString("en")}으로 나누어 ${particle(`‘${display}’`, "으로")} 보이지만 저장된 값은 ${exact}입니다. 머리글의 단위에 맞는 값을 입력하고 표시 형식에서 끝의 쉼표를 지우십시오.`,
        `The number format divides by ${scale.toLocaleString("en")}: ${display} is displayed, ${exact} is stored. Enter the value in the heading's unit and remove the commas at the end of the format.`,
      ];

function unitContradiction(cell: StoredCell, column: FeedColumn, unitWon: bigint): Words | undefined {
  const { unit, scale = 1, display, exact } = cell;
  if (unit === undefined || ["year", "businessNumber"].includes(column.type.is)) return scaled(cell);
  const isMoney = column.type.is === "won";
  // 5,035,146천원 for a stored 5035146000 agrees with a heading in 원.
  if (isMoney && unitWonOf(unit) === unitWon * BigInt(scale)) return undefined;
  if (!isMoney && scale === 1 && (!column.unit || sameUnit(unit, column.unit))) return undefined;
  const expected = isMoney ? unitName(unitWon) : (column.unit ?? "");
  return [
    `표시 형식의 단위는 ‘${unit}’(보이는 값 ${display}, 저장된 값 ${exact}), 머리글의 단위는 ‘${expected}’입니다. 둘을 같게 고치십시오.`,
    `The number format says ${unit} (displayed ${display}, stored ${exact}), the heading says ${expected}. Make both the same.`,
  ];
}

const persons = new Set(["명", "인", "사람"]);
const sameUnit = (one: string, other: string): boolean =>
  one === other || one === "％" || (persons.has(one) && persons.has(other));

/** A problem with what is displayed and what is stored, where these differ: the reason is about the latter. */
function withStoredValue(problem: CellProblem, { display, exact, kind }: StoredCell): CellProblem {
  if (kind === "formula" || kind === "error" || kind === "text") return problem;
  if (display.replace(/[,\s]/g, "") === exact) return problem;
  return new CellProblem(
    problem.code,
    `${problem.ko} (보이는 값 ${display}, 저장된 값 ${exact})`,
    `${problem.en} (Displayed ${display}, stored ${exact}.)`,
  );
}

const uncalculated = new CellProblem(
  "VALUE_IMPLAUSIBLE",
  "수식의 결과가 0인데, 파일을 만든 프로그램이 계산하지 않은 것일 수 있습니다. 스프레드시트에서 열어 다시 저장하고 올려 주십시오.",
  "The result of this formula is 0, which the program that wrote the file may not have calculated. Open the file in a spreadsheet program, save it and import it again.",
);
