import type { Severity } from "../../schema/subjects/release/finding-code.ts";
import { markColours } from "./cell-mark.ts";
import { applyEdits, prefixOf, scanXml, withAttribute, type XmlEdit } from "./edit-xml.ts";

/** What the list of findings is set in. */
export type ListStyle = "title" | "heading" | "text" | "link" | Severity;

interface Collection {
  count: number;
  opening?: { start: number; end: number; isSelfClosing: boolean };
  /** Where its closing tag begins. */
  end?: number;
}

/** The elements of a style sheet in their order; what is added goes to its place. */
const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
] as const;
const severities: Severity[] = ["ERROR", "WARNING", "NOTE"] as Severity[];

const emptySheet = (namespace: string) =>
  `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="맑은 고딕"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

/** The styles of a workbook, to which the styles of marked cells are added. Existing styles keep their numbers. */
export class StyleSheet {
  readonly #xml: string;
  readonly #prefix: string;
  readonly #collections = new Map<string, Collection>();
  readonly #positions = new Map<string, number>();
  #rootEnd = 0;
  /** The cell styles as XML. */
  readonly #styles: string[] = [];
  /** How many of them the file itself has. */
  readonly #storedStyles: number;
  readonly #fills: string[] = [];
  readonly #fonts: string[] = [];
  readonly #derived = new Map<string, number>();
  /** Fills of an earlier marking. */
  readonly #markFills = new Set<string>();

  /** `xml` is undefined if the workbook has no styles. */
  constructor(xml: string | undefined, namespace: string) {
    this.#xml = xml ?? emptySheet(namespace);
    this.#prefix = prefixOf(this.#xml);
    this.#scan();
    this.#storedStyles = this.#styles.length;
    if (this.#storedStyles === 0) this.#styles.push(this.#element('xf numFmtId="0"'));
  }

  /** The style of a marked cell that had a style. */
  marked(base: number, severity: Severity): number {
    return this.#derive(`${base} ${severity}`, base, { fillId: this.#fillOf(severity), applyFill: 1 });
  }

  /** The style of a cell without the fill of an earlier marking. */
  unmarked(base: number): number {
    const fill = /fillId\s*=\s*["'](\d+)/.exec(this.#styles[base] ?? "")?.[1];
    if (fill === undefined || !this.#markFills.has(fill)) return base;
    return this.#derive(`${base} none`, base, { fillId: 0 });
  }

  /** A style of the list of findings. */
  ofList(style: ListStyle): number {
    const known = this.#derived.get(style);
    if (known !== undefined) return known;
    const fonts: Partial<Record<ListStyle, string>> = {
      title: '<b/><sz val="14"/><name val="맑은 고딕"/>',
      heading: '<b/><sz val="11"/><name val="맑은 고딕"/>',
      link: '<u/><sz val="11"/><color rgb="FF0563C1"/><name val="맑은 고딕"/>',
    };
    const font = this.#fontOf(fonts[style] ?? '<sz val="11"/><name val="맑은 고딕"/>');
    const fill = severities.includes(style as Severity) ? this.#fillOf(style as Severity) : 0;
    const wrap = style === "title" ? "" : ' wrapText="1"';
    // A text that begins with “=” stays a text when its cell is edited.
    const tag = `xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" quotePrefix="1" applyFont="1" applyFill="1" applyAlignment="1"`;
    const xml = `<${this.#prefix}${tag}>${this.#element(`alignment vertical="top"${wrap}`)}</${this.#prefix}xf>`;
    this.#derived.set(style, this.#styles.push(xml) - 1);
    return this.#styles.length - 1;
  }

  toString(): string {
    const edits: XmlEdit[] = [
      ...this.#appended("fonts", this.#fonts, 1),
      ...this.#appended("fills", this.#fills, 2),
      ...this.#appended("cellXfs", this.#styles.slice(this.#storedStyles), 0),
    ];
    return applyEdits(this.#xml, edits);
  }

  #element(content: string): string {
    return `<${this.#prefix}${content}/>`;
  }

  #derive(key: string, base: number, attributes: Record<string, number>): number {
    const known = this.#derived.get(key);
    if (known !== undefined) return known;
    const original = this.#styles[base] ?? this.#styles[0]!;
    const end = original.indexOf(">") + 1;
    const tag = Object.entries(attributes).reduce(
      (tag, [name, value]) => withAttribute(tag, name, value),
      original.slice(0, end),
    );
    this.#derived.set(key, this.#styles.push(tag + original.slice(end)) - 1);
    return this.#styles.length - 1;
  }

  #fillOf(severity: Severity): number {
    const p = this.#prefix;
    const xml = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${markColours[severity]}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    return this.#indexIn(this.#fills, xml, Math.max(2, this.#collections.get("fills")?.count ?? 0));
  }

  #fontOf(content: string): number {
    const xml = `<${this.#prefix}font>${content.replaceAll(/<(?=\w)/g, `<${this.#prefix}`)}</${this.#prefix}font>`;
    return this.#indexIn(this.#fonts, xml, Math.max(1, this.#collections.get("fonts")?.count ?? 0));
  }

  #indexIn(added: string[], xml: string, before: number): number {
    const at = added.indexOf(xml);
    return before + (at >= 0 ? at : added.push(xml) - 1);
  }

  /** The edit that adds elements to a collection; one that is missing gets the `least` that programs expect. */
  #appended(name: (typeof order)[number], added: string[], least: number): XmlEdit[] {
    if (added.length === 0) return [];
    const collection = this.#collections.get(name);
    const p = this.#prefix;
    const defaults = {
      fonts: [`<${p}font/>`],
      fills: ["none", "gray125"].map(
        (kind) => `<${p}fill><${p}patternFill patternType="${kind}"/></${p}fill>`,
      ),
    };
    const missing = (defaults[name as "fonts"] ?? []).slice(Math.min(collection?.count ?? 0, least));
    const content = [...missing, ...added];
    const count = (collection?.count ?? 0) + content.length;
    const opening = collection?.opening;
    if (opening && !opening.isSelfClosing) {
      const tag = withAttribute(this.#xml.slice(opening.start, opening.end), "count", count);
      return [
        { start: opening.start, end: opening.end, text: tag },
        { start: collection.end!, end: collection.end!, text: content.join("") },
      ];
    }
    const text = `<${p}${name} count="${count}">${content.join("")}</${p}${name}>`;
    if (opening) return [{ start: opening.start, end: opening.end, text }];
    const next = order.slice(order.indexOf(name) + 1).find((one) => this.#positions.has(one));
    const at = next ? this.#positions.get(next)! : this.#rootEnd;
    return [{ start: at, end: at, text }];
  }

  #scan(): void {
    let styleStart = 0;
    let fill = "";
    scanXml(this.#xml, {
      open: (tag, parents) => {
        if (parents.length === 1) {
          this.#positions.set(tag.name, tag.start);
          this.#collections.set(tag.name, { count: 0, opening: tag });
        }
        if (parents.length === 2) {
          const collection = this.#collections.get(parents[1]!)!;
          if (tag.name === "fill") fill = String(collection.count);
          collection.count++;
          styleStart = tag.start;
        }
        if (parents[1] === "fills" && tag.name === "fgColor")
          if (Object.values(markColours).includes(tag.attributes.rgb ?? "")) this.#markFills.add(fill);
      },
      close: (_name, start, end, _isSelfClosing, parents) => {
        if (parents.length === 0) this.#rootEnd = start;
        if (parents.length === 1) {
          const collection = this.#collections.get(_name);
          if (collection) collection.end = start;
        }
        if (parents.length === 2 && parents[1] === "cellXfs")
          this.#styles.push(this.#xml.slice(styleStart, end));
      },
    });
  }
}
