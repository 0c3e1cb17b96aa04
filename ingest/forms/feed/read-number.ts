import { toHalfWidth, withoutInvisible } from "../../../schema/core/invisible-characters.ts";
import { particle } from "../../../schema/core/particle.ts";
import { parseAmount } from "../parse-amount.ts";
import { CellProblem, FlaggedValue } from "./cell-problem.ts";
import { splitUnit, unitName, unitWonOf } from "./money-units.ts";
import { yearIn } from "./read-period.ts";
import type { TextReader } from "./text-reader.ts";

const notANumber = new CellProblem(
  "NOT_A_NUMBER",
  "숫자가 아니거나 두 가지로 해석됩니다. 1,234,567이나 1234567.5처럼 숫자, 세 자리 쉼표, 소수점, 부호만 쓰고, 값을 모르면 비워 두십시오.",
  "This is not a number, or is ambiguous. Use only digits, thousands separators, a decimal point and a sign, as in 1,234,567 or 1234567.5; leave the cell blank if the value is unknown.",
);
const notWholeWon = new CellProblem(
  "NOT_A_NUMBER",
  "머리글의 단위로 환산하면 1원 미만의 금액이 됩니다. 단위와 소수점을 확인하십시오.",
  "In the unit given in the heading this is not a whole number of won. Check the unit and the decimal point.",
);
const tooLarge = new CellProblem(
  "NOT_A_NUMBER",
  "9,007,199,254,740,991을 넘어 정확하게 저장할 수 없습니다. 단위를 확인하십시오.",
  "This exceeds 9,007,199,254,740,991 and cannot be stored exactly. Check the unit.",
);
const notACount = new CellProblem(
  "NOT_A_NUMBER",
  "0부터 2,147,483,647까지의 정수가 아닙니다. 집계한 수를 쓰고, 값을 모르면 비워 두십시오.",
  "This is not a whole number from 0 to 2,147,483,647. Enter the count; leave the cell blank if it is unknown.",
);
const notAYear = new CellProblem(
  "NOT_A_NUMBER",
  "연도가 아닙니다. 2025처럼 네 자리로 쓰십시오.",
  "This is not a year. Write four digits, as in 2025.",
);
const notAPercentage = new CellProblem(
  "NOT_A_NUMBER",
  "0부터 100까지의 백분율이 아닙니다. 18.5나 18.5%처럼 쓰고, 값을 모르면 비워 두십시오.",
  "This is not a percentage from 0 to 100. Write it as 18.5 or 18.5%; leave the cell blank if it is unknown.",
);
const belowOnePercent = new CellProblem(
  "VALUE_IMPLAUSIBLE",
  "1% 미만입니다. 비율(0.185)을 백분율(18.5) 자리에 쓴 것인지 확인하고, 맞으면 0.5%처럼 %를 붙이십시오.",
  "This is below 1 %. Check that it is not a fraction (0.185) in place of a percentage (18.5); if it is right, write it with a percent sign, as in 0.5%.",
);
const twoUnits = (inCell: string, inHeading: string): CellProblem =>
  new CellProblem(
    "NOT_A_NUMBER",
    `칸에는 단위 ${particle(`‘${inCell}’`, "이")}, 머리글에는 ${particle(`‘${inHeading}’`, "이")} 적혀 있습니다. 어느 쪽이 맞는지 확인하고, 칸에는 머리글의 단위로 환산한 숫자만 쓰십시오.`,
    `The cell states the unit ${inCell}, the heading ${inHeading}. Check which is right, and enter only the number, in the heading's unit.`,
  );

/** Amounts in exact won; `unitWon` is the unit in won. */
export function readWon(unitWon: bigint): TextReader {
  const mostPlain = Number.MAX_SAFE_INTEGER / Number(unitWon);
  return (text) => {
    const plain = plainWhole(text);
    if (plain >= 0 && plain <= mostPlain) return BigInt(plain) * unitWon;
    const amount = parseAmount(withoutInvisible(text), unitWon);
    if (!("problem" in amount)) return amount.won;
    return amount.problem === "NOT_A_NUMBER" ? readWithUnit(text, unitWon) : problems[amount.problem];
  };
}

const problems = { NOT_A_NUMBER: notANumber, NOT_WHOLE_WON: notWholeWon, TOO_LARGE: tooLarge };

/** An amount that is printed with its unit, which has to be that of the heading. */
function readWithUnit(text: string, unitWon: bigint): bigint | null | CellProblem {
  const printed = splitUnit(toHalfWidth(withoutInvisible(text)));
  const printedWon = printed && unitWonOf(printed.unit);
  if (!printedWon) return notANumber;
  const amount = parseAmount(printed.figure, unitWon);
  if ("problem" in amount) return problems[amount.problem];
  return printedWon === unitWon ? amount.won : twoUnits(unitName(printedWon), unitName(unitWon));
}

/** Counts: whole numbers within PostgreSQL's integer, also with the column's unit: 78명. */
export const readCount =
  (unit: string | undefined): TextReader =>
  (text) => {
    const count = wholeNumber(text);
    if (isCount(count)) return count;
    const printed = splitUnit(toHalfWidth(withoutInvisible(text)));
    const counted = printed && wholeNumber(printed.figure);
    if (!isCount(counted) || !unit) return notACount;
    return printed!.unit === unit ? counted : twoUnits(printed!.unit, unit);
  };

const isCount = (count: number | null): count is number =>
  count !== null && count >= 0 && count <= 2_147_483_647;

/** 2025 · 2025년 · 2025년도 · '25 */
export const readYear: TextReader = (text) => {
  const digits = withoutInvisible(text).replace(/\s*(?:회계)?(?:년|연)도$|\s*년$/, "");
  if (/^['‘’]\d{2}$/.test(digits)) return yearIn(digits.slice(1)) ?? notAYear;
  const year = wholeNumber(digits);
  return year !== null && year >= 1900 && year <= 2999 ? year : notAYear;
};

/** The finest fraction of a percentage: ten-billionths. */
const fine = 10n ** 10n;
/** 18.5 · 18.5% → 0.185, exact. Flagged below 1 % if there is no percent sign: 0.185 may be the fraction. */
export const readPercent: TextReader = (text) => {
  const digits = text.replace(/\s*[%％]$/, "");
  const amount = parseAmount(withoutInvisible(digits), fine);
  if ("problem" in amount || amount.won === null) return notAPercentage;
  if (amount.won < 0n || amount.won > 100n * fine) return notAPercentage;
  const padded = amount.won.toString().padStart(13, "0");
  const fraction = `${padded.slice(0, -12)}.${padded.slice(-12)}`.replace(/\.?0+$/, "");
  const mayBeFraction = digits === text && amount.won > 0n && amount.won < fine;
  return mayBeFraction ? new FlaggedValue(fraction, belowOnePercent) : fraction;
};

function wholeNumber(text: string): number | null {
  const amount = parseAmount(withoutInvisible(text), 1n);
  return "problem" in amount || amount.won === null ? null : Number(amount.won);
}

/**
 * The value of up to twelve digits, plain or grouped in threes: nearly every amount of a large file, five times
 * faster than parseAmount. Negative for any other text, which is left to parseAmount.
 */
function plainWhole(text: string): number {
  if (text.length > 15) return -1;
  let value = 0;
  let sinceComma = -1;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      if (sinceComma >= 0) sinceComma++;
    } else if (digit === -4 && (sinceComma === 3 || (sinceComma < 0 && index >= 1 && index <= 3))) {
      sinceComma = 0;
    } else {
      return -1;
    }
  }
  return sinceComma < 0 || sinceComma === 3 ? value : -1;
}
