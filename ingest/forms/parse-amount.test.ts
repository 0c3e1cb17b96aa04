import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseAmount } from "./parse-amount.ts";

const million = 1_000_000n;

describe("parseAmount", () => {
  test.each([
    ["106.5", 106_500_000n],
    ["3,905", 3_905_000_000n],
    ["3905", 3_905_000_000n],
    ["1,234,567.000001", 1_234_567_000_001n],
    ["0", 0n],
    ["0.0", 0n],
    [".5", 500_000n],
    ["-12.5", -12_500_000n],
    ["−12.5", -12_500_000n],
    ["△ 12.5", -12_500_000n],
    ["▲12.5", -12_500_000n],
    ["(12.5)", -12_500_000n],
    ["+7", 7_000_000n],
    ["１，２３４．５", 1_234_500_000n],
    ["\u3000 820 ", 820_000_000n],
    // 0.1 + 0.2 is not 0.3 in floating point; here nothing floats.
    ["9007199254.740991", 9_007_199_254_740_991n],
  ])("reads %s 백만원", (text, won) => {
    expect(parseAmount(text, million)).toEqual({ state: "VALUE", won });
  });

  test.each([
    ["", "BLANK"],
    [" \u3000\u00a0", "BLANK"],
    ["-", "DASH"],
    [" – ", "DASH"],
    ["－", "DASH"],
  ])("takes %j for no figure", (text, state) => {
    expect(parseAmount(text, million)).toEqual({ state, won: null });
  });

  test.each(
    [
      "삼백",
      "12a",
      "1,5",
      "12,34",
      "1,2345",
      "1.2.3",
      "5.",
      "1 234",
      "--5",
      "5-",
      "△(5)",
      "(5",
      "1e3",
      "①",
      "½",
      "50%",
      "7회",
    ].map((text) => [text]),
  )("refuses %s", (text) => {
    expect(parseAmount(text, million)).toEqual({ problem: "NOT_A_NUMBER" });
  });

  test("refuses less than a won, and more than JSON holds exactly", () => {
    expect(parseAmount("0.0000001", million)).toEqual({ problem: "NOT_WHOLE_WON" });
    expect(parseAmount("1.5", 1n)).toEqual({ problem: "NOT_WHOLE_WON" });
    expect(parseAmount("9007199254.740992", million)).toEqual({ problem: "TOO_LARGE" });
    expect(parseAmount("9".repeat(5_000_000), million)).toEqual({ problem: "NOT_A_NUMBER" });
  });

  test("reads any amount back from how it is written", () => {
    const amount = fc.bigInt({ min: -9_007_199_254_740_991n, max: 9_007_199_254_740_991n });
    fc.assert(
      fc.property(amount, fc.constantFrom(0, 3, 6, 8), (won, decimals) => {
        const digits = String(won < 0n ? -won : won).padStart(decimals + 1, "0");
        const whole = BigInt(digits.slice(0, digits.length - decimals)).toLocaleString("ko-KR");
        const rest = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
        const text = won < 0n ? `△${whole}${rest}` : whole + rest;
        expect(parseAmount(text, 10n ** BigInt(decimals))).toEqual({ state: "VALUE", won });
      }),
    );
  });
});
