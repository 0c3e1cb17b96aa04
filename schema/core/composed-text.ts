/**
 * A value from outside with its texts in NFC, as the hub stores them: some programs write 과 as ㄱ, ㅘ.
 * Lists and objects are copied; all else stays as it is.
 */
export function composed<Value>(value: Value): Value {
  if (typeof value === "string") return value.normalize("NFC") as Value;
  if (Array.isArray(value)) return value.map((one) => composed(one)) as Value;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, composed(one)])) as Value;
}
