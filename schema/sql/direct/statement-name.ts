const mostNames = 100;
const names = new Map<string, string>();
let named = 0;

/**
 * A name under which connections keep a statement prepared, the same for the same text. When there are many,
 * all are forgotten; what connections still keep goes with them when they end.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) names.clear();
  const name = `direct ${named++}`;
  names.set(text, name);
  return name;
}
