import { basename, resolve, sep } from "node:path";

/**
 * The names of files, as findings and citations show them: without folders, but with as many of them as tell files of
 * the same name apart.
 */
export function namesOfFiles(paths: readonly string[]): string[] {
  const parts = paths.map((path) => resolve(path).normalize("NFC").split(sep));
  return parts.map((own, index) => {
    const others = parts.filter((other, at) => at !== index && other.join() !== own.join());
    for (let count = 1; count < own.length; count++) {
      const name = own.slice(-count).join("/");
      if (others.every((other) => other.slice(-count).join("/") !== name)) return name;
    }
    return basename(paths[index]!);
  });
}
