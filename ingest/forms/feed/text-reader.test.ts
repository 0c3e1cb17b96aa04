import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { reading } from "../../../test/ingest/read-cell.ts";

describe("names and codes", () => {
  const key = reading({ is: "text" }, 1n, { key: true });
  test.each(["P1", "P1\u200b", "\ufeffP1", "Ｐ１", " P1 ", "P\u00ad1"])("%j is the key P1", (text) => {
    expect(key(text)).toBe("P1");
  });

  test.each(["1-4-2", "1‑4‑2", "1–4–2", "１－４－２", "1−4−2"])("%j is the key 1-4-2", (text) => {
    expect(key(text)).toBe("1-4-2");
  });

  test("are the same whatever invisible characters and widths they are written with", () => {
    const hidden = fc.constantFrom("", "\u200b", "\u2060", "\ufeff", "\u200e", "\ufe0f");
    const written = fc.array(fc.tuple(fc.constantFrom(..."AB19가나-()"), hidden, fc.boolean()), {
      minLength: 1,
    });
    fc.assert(
      fc.property(written, (parts) => {
        const plain = `K${parts.map(([one]) => one).join("")}`;
        const wide = (one: string) => String.fromCharCode(one.charCodeAt(0) + 0xfee0);
        const text = parts.map(([one, mark, isWide]) => `${mark}${isWide && one < "~" ? wide(one) : one}`);
        expect(key(`K${text.join("")}`)).toBe(plain);
      }),
    );
  });

  test("a title keeps its widths, and loses only what nobody sees", () => {
    expect(reading({ is: "text" })("나눔\u200b 공방（본점）")).toBe("나눔 공방（본점）");
  });

  test.each([
    ["41280", "41280"],
    ["４１２８０", "41280"],
    ["계", "NOT_A_NUMBER"],
    ["4128", "NOT_A_NUMBER"],
    ["412800", "NOT_A_NUMBER"],
  ])("%j as a code of five digits is %j", (text, value) => {
    expect(reading({ is: "text" }, 1n, { digits: 5, key: true })(text)).toBe(value);
  });
});

describe("names that a workbook stores as numbers", () => {
  test("are what is shown, in all their digits, but a code that became a date is lost", () => {
    const name = reading({ is: "text" });
    expect(name({ display: "007", exact: "7", kind: "number" })).toBe("007");
    expect(name({ display: "2001-01-01", exact: "2001-01-01", kind: "date" })).toBe("VALUE_UNKNOWN");
    expect(name({ display: "1.23457E+12", exact: "1234567890123", kind: "number" })).toBe("1234567890123");
  });

  test("whereas amounts and days are what is stored", () => {
    expect(reading({ is: "won" })({ display: "1,466", exact: "1466051", kind: "number" })).toBe(1_466_051n);
    expect(reading({ is: "date" })({ display: "3/1/25", exact: "2025-03-01", kind: "date" })).toBe(
      "2025-03-01",
    );
  });
});
