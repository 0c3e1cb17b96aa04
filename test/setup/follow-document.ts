import type { HubCopy } from "./hub-copy.ts";

/** The list of subjects: the one file that new subjects change. */
export const list = "schema/subjects/index.ts";

/** Does what docs/adding-a-subject.md says: writes its files, and adds its lines to the list of subjects. */
export function followDocument(document: string, copy: HubCopy): void {
  for (const [, path, code] of document.matchAll(/^`(schema\/\S+)`\n\n```ts\n([\s\S]*?)```/gm))
    copy.write(path!, code!);
  const [, diff] = /```diff\n([\s\S]*?)```/.exec(document)!;
  const added = [...diff!.matchAll(/^\+(.*)$/gm)].map(([, line]) => `${line}\n`);
  const imports = added.filter((line) => line.startsWith("import "));
  const entries = added.filter((line) => !imports.includes(line));
  const subjects = copy
    .read(list)
    .replace("\n\n", () => `\n${imports.join("")}\n`)
    .replace("];", () => `${entries.join("")}];`);
  copy.write(list, subjects);
}
