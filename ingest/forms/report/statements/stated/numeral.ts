const number = String.raw`\d+(?:,\d+)*(?:\.\d+)?`;
const multiplier = String.raw`\s?(?:[십백천]\s?[만억조]|[십백천만억조])`;
/** SOURCE of a pattern for a number as people write it: 1,035 · 106.5 · 50백만 · 3억 5천만. */
export const numeralPattern = `(?:${number}${multiplier}\\s?)*${number}(?:${multiplier})?`;

const termPattern = /(\d+(?:,\d+)*)(?:\.(\d+))?(?:\s?([십백천]))?(?:\s?([만억조]))?/g;
const powers: Readonly<Record<string, bigint>> = {
  ...{ 십: 10n, 백: 100n, 천: 1_000n },
  ...{ 만: 10_000n, 억: 100_000_000n, 조: 1_000_000_000_000n },
};
const isGrouped = (digits: string): boolean => /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})$/.test(digits);
const largest = BigInt(Number.MAX_SAFE_INTEGER);

/** An exact number: `scaled` / 10^`decimals`. */
export interface Numeral {
  scaled: bigint;
  decimals: number;
}

/**
 * Reads a number. Null for one that can be read in two ways: 1,20 · 2천50백만 · 1억 20000만, or with more digits than
 * JSON numbers hold exactly.
 */
export function readNumeral(text: string): Numeral | null {
  const terms = [...text.matchAll(termPattern)];
  const decimals = terms[0]?.[2]?.length ?? 0;
  if (terms.length > 1 && terms.some((term) => term[2] !== undefined)) return null;
  if (!terms.every((term) => isGrouped(term[1]!)) || decimals > 6) return null;
  let total = 0n;
  let group = 0n;
  let smallest: bigint | null = null;
  let lastGroup: bigint | null = null;
  for (const [, whole, fraction = "", small, big] of terms) {
    const power = small ? powers[small]! : 1n;
    const value = BigInt(whole!.replaceAll(",", "") + fraction) * power;
    if (smallest !== null && value >= smallest) return null;
    group += value;
    smallest = power;
    if (!big) continue;
    if (lastGroup !== null && group * powers[big]! >= lastGroup) return null;
    total += group * powers[big]!;
    [group, smallest, lastGroup] = [0n, null, powers[big]!];
  }
  if (lastGroup !== null && group >= lastGroup) return null;
  const numeral = reduced(total + group, decimals);
  return numeral.scaled > largest ? null : numeral;
}

/** Without zeros at the end of the decimals. */
function reduced(scaled: bigint, decimals: number): Numeral {
  return decimals > 0 && scaled % 10n === 0n ? reduced(scaled / 10n, decimals - 1) : { scaled, decimals };
}

/** The number as decimal digits: 154.36, 50000000. */
export function decimalText({ scaled, decimals }: Numeral): string {
  const digits = String(scaled).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Whether it is a whole number. */
export const isWhole = ({ decimals }: Numeral): boolean => decimals === 0;
