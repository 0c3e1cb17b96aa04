import { expect, test } from "@jest/globals";
import { particle } from "./particle.ts";

test.each([
  ["부서", "이", "부서가"],
  ["예산", "이", "예산이"],
  ["‘집행액누계’", "은", "‘집행액누계’는"],
  ["매출액(원)", "을", "매출액(원)을"],
  ["서울", "으로", "서울로"],
  ["고양", "으로", "고양으로"],
  ["공약 1-4-2", "과", "공약 1-4-2와"],
  ["PostgreSQL 18", "이", "PostgreSQL 18이"],
  ["10", "을", "10을"],
  ["reader", "으로", "reader(으)로"],
  ["…", "은", "…은(는)"],
] as const)("%s with %s is %s", (word, form, spoken) => {
  expect(particle(word, form)).toBe(spoken);
});
