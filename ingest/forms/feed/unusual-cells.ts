import { isPlain, withoutInvisible } from "../../../schema/core/invisible-characters.ts";
import { CellProblem, FlaggedValue } from "./cell-problem.ts";

/** Words by which people say that there is no figure. 없음 is not among them: it may mean 0. */
const noFigure =
  /^(?:해당\s?(?:사항)?\s?없음|해당\s?무|N\s?\/\s?A|N\.A\.?|미\s?집계|집계\s?(?:중|전)|미\s?보고|미\s?제출|미\s?정|미\s?상|자료\s?없음|(?:확인|집계|산출)\s?불가)$/i;

const noFigureNote = new CellProblem(
  "NO_FIGURE",
  "값이 없다는 말로 읽고 비워 두었습니다. 0이면 0으로, 값이 있으면 그 값으로 고치십시오.",
  "This was read as “no figure” and left blank. If it is 0, write 0; if there is a value, enter it.",
);

/** Null with a note if a text says that there is no figure; undefined for any other text. */
export const readNoFigure = (text: string): FlaggedValue | undefined =>
  noFigure.test(isPlain(text) ? text : withoutInvisible(text).trim())
    ? new FlaggedValue(null, noFigureNote)
    : undefined;

/** What spreadsheet programs display for an error: #REF!, #N/A, #SPILL!, Err:502. */
const errorCell = /^(?:#(?:[A-Z][A-Z_]*[!?]|N\/A|DIV\/0!|GETTING_DATA)|Err:\d{3})$/i;
const tooNarrow = /^#{3,}$/;

/** Why a cell holds no value at all: a formula without its result, an error; undefined for any other text. */
export function readBrokenCell(text: string, code: CellProblem["code"]): CellProblem | undefined {
  if (text.startsWith("="))
    return new CellProblem(
      code,
      "수식만 있고 결과가 저장되어 있지 않습니다. 스프레드시트에서 열어 저장하거나 ‘값 붙여넣기’를 한 뒤 다시 저장하십시오.",
      "This is a formula without a stored result. Open the file in a spreadsheet program and save it, or paste the cell as a value.",
    );
  if (errorCell.test(text))
    return new CellProblem(
      code,
      `수식의 오류(${text})입니다. 수식을 고치거나 값을 직접 입력하십시오.`,
      `This is the error of a formula (${text}). Correct the formula or enter the value.`,
    );
  if (tooNarrow.test(text))
    return new CellProblem(
      code,
      "열이 좁아 값 대신 #이 저장되었습니다. 원본에서 열을 넓히고 다시 저장하십시오.",
      "The column was too narrow, so that # was saved in place of the value. Widen it in the original and save again.",
    );
  return undefined;
}
