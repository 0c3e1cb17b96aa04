import { Parser } from "htmlparser2";
import { damagedDocument, documentTooLarge } from "./unreadable-document.ts";

/** An element of an XML file; `name` is without its namespace prefix, as are the names of its attributes. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const maxDepth = 200;
const maxNodes = 3_000_000;

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Collects a file's XML, chunk by chunk, as a tree. Declared entities are not expanded. Throws ReadingStopped. */
export class XmlTree {
  readonly #root: XmlElement = { name: "", attributes: {}, children: [] };
  readonly #open = [this.#root];
  #nodes = 0;
  /** Whether nothing came since the last opening tag: it may close itself. */
  #isFresh = false;
  readonly #parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (this.#open.length > maxDepth || ++this.#nodes > maxNodes) throw documentTooLarge();
        const element: XmlElement = { name: localName(name), attributes: {}, children: [] };
        for (const [key, value] of Object.entries(attributes)) element.attributes[localName(key)] = value;
        this.#open.at(-1)!.children.push(element);
        this.#open.push(element);
        this.#isFresh = true;
      },
      ontext: (text) => {
        this.#isFresh = false;
        const { children } = this.#open.at(-1)!;
        // Text comes in pieces, divided at entities and chunks.
        if (typeof children.at(-1) === "string") children[children.length - 1] += text;
        else children.push(text);
      },
      onclosetag: (_, isImplied) => {
        // Well-formed XML closes each element by itself or by its own tag.
        if (isImplied && !this.#isFresh) throw damagedDocument();
        this.#isFresh = false;
        this.#open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): XmlElement {
    // What was cut off leaves elements open.
    if (this.#open.length > 1) throw damagedDocument();
    this.#parser.end();
    const root = this.#root.children.find((child) => typeof child !== "string");
    if (!root) throw damagedDocument();
    return root;
  }
}

/** The child elements of an element, or those of one name. */
export const elementsOf = (parent: XmlElement | undefined, name?: string): XmlElement[] =>
  (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );

/** The first child element of a name, the next within that, and so on. */
export const childOf = (parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => elementsOf(at, name)[0], parent);

/** All elements of a name within an element, in order. */
export const descendantsOf = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);

/** A whole number in an attribute; undefined if it is missing or none. */
export function numberOf(element: XmlElement | undefined, attribute: string): number | undefined {
  const text = element?.attributes[attribute];
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
