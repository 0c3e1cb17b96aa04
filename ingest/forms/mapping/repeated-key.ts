/** The first key that an object of valid JSON has twice; JSON.parse would silently keep the last. Null if there is none. */
export function repeatedKey(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  let isKey = false;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const keys = open.at(-1);
    if (token === "{" || token === "[") {
      open.push(token === "{" ? new Set() : null);
      isKey = token === "{";
    } else if (token === "}" || token === "]") {
      open.pop();
      isKey = false;
    } else if (token === ",") isKey = keys instanceof Set;
    else if (token === ":") isKey = false;
    else if (isKey && keys) {
      const key: string = JSON.parse(token);
      if (keys.has(key)) return key;
      keys.add(key);
    }
  }
  return null;
}
