import { Parser } from "htmlparser2";
import type { Archive } from "./open-archive.ts";
import { damaged } from "./unreadable.ts";

/** Handlers for the elements of a part. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Streams a part of a workbook as XML. Throws ReadingStopped if it ends too early. */
export async function readXml(archive: Archive, part: string, handler: XmlHandler): Promise<void> {
  let depth = 0;
  let isWhole = true;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        elements++;
        handler.open(withoutPrefix(name), attributes);
      },
      ontext: (text) => handler.text?.(text),
      onclosetag(name, isImplied) {
        depth--;
        // `<c/>` is closed implicitly too, but the outermost element only if the file ends early.
        if (isImplied && depth === 0 && elements > 1) isWhole = false;
        handler.close?.(withoutPrefix(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  await archive.read(part, (text) => parser.write(text));
  parser.end();
  if (!isWhole || elements === 0) throw damaged();
}
