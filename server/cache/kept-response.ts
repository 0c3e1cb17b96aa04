import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { html } from "../../dashboards/markup/html.ts";
import type { AnswerBasis } from "../../schema/core/answer-basis.ts";
import type { Localized } from "../../schema/core/localized.ts";
import type { HubState } from "./hub-state.ts";

/** Encodings that responses are sent in, best first. */
const encodings = ["br", "gzip"] as const;
export type Encoding = (typeof encodings)[number] | "identity";

/** Smaller bodies are not worth compressing. */
const leastBytes = 1_024;
const compressible = /^text\/|[/+](json|xml)\b/;
const brotli = promisify(brotliCompress);
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const minuteOf = (at: Date): string => at.toLocaleString("sv", { timeZone: "Asia/Seoul" }).slice(0, 16);

const noticeOf = (text: string) => html`<p class="problem" role="status">${text}</p>`;

/** Number of bytes that an entry takes besides its bodies, estimated. */
const overheadBytes = 2_000;

/** A response as bytes, with what it holds for. */
export class KeptResponse {
  readonly headers: Readonly<Record<string, string>>;
  /** Identifies the body, whatever its encoding. */
  readonly tag: string;
  /** Whether no later release can change it. */
  readonly isPinned: boolean;
  /** The embed that it belongs to; null without one. */
  readonly embed: KeptEmbed | null;
  /** The body as it is, not compressed. */
  readonly plainBody: Buffer;
  /** When it was last known to be the newest, in milliseconds since 1970. */
  private confirmedAt = Date.now();
  private readonly bodies = new Map<Encoding, Promise<Buffer>>();
  private readonly releases: ReadonlyMap<number, number>;
  /** Whether it also depends on municipalities that are still to come. */
  private readonly coversAll: boolean;
  private readonly municipalities: string;

  constructor(
    body: Buffer,
    headers: Record<string, string>,
    basis: AnswerBasis,
    embed: KeptEmbed | null,
    state: HubState,
  ) {
    this.plainBody = body;
    this.headers = headers;
    this.tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
    this.isPinned = basis.isPinned;
    this.releases = new Map(basis.releases);
    this.coversAll = basis.coversAll;
    this.embed = embed;
    this.municipalities = state.municipalities;
  }

  /** Memory that it takes with all its encodings, in bytes. */
  get size(): number {
    return this.plainBody.length * (this.isCompressible ? 2 : 1) + overheadBytes;
  }

  /** Whether it is what the hub would answer now. */
  holdsIn({ releases, municipalities, revocations }: HubState): boolean {
    if (!this.isUnexpired || (this.embed && this.embed.revocations !== revocations)) return false;
    if (this.coversAll && municipalities !== this.municipalities) return false;
    for (const [id, release] of this.releases) if ((releases.get(id) ?? 0) !== release) return false;
    this.confirmedAt = Date.now();
    return true;
  }

  /** False once the embed that it belongs to has expired. */
  get isUnexpired(): boolean {
    return this.embed === null || this.embed.expiresAt > Date.now();
  }

  /** What to say when nobody can look up whether it is the newest: its releases, and when it last was. */
  get unconfirmed(): { header: string; text: Localized } {
    const numbers = [...new Set(this.releases.values())].sort((one, other) => one - other).join(", ");
    const at = new Date(this.confirmedAt);
    return {
      header: `release=${numbers.replaceAll(" ", "")}; confirmed=${at.toISOString()}`,
      text: {
        ko: `데이터베이스에 연결할 수 없어, ${minuteOf(at)}에 확인한 자료(공표 ${numbers}호)를 보여 드립니다. 그 뒤에 공표된 자료는 아직 확인할 수 없습니다.`,
        en: `The database cannot be reached. These data (release ${numbers}) were confirmed at ${minuteOf(at)}; later releases cannot be looked up yet.`,
      },
    };
  }

  /** A page with a notice at its top. */
  withNotice(notice: string): string {
    return this.plainBody
      .toString("utf8")
      .replace(/<main[^>]*>|<body[^>]*>(?![\s\S]*<main)/, (tag) => `${tag}\n${noticeOf(notice).text}`);
  }

  /** The best encoding that a request accepts. */
  encodingFor(accepted: string | undefined): Encoding {
    if (!this.isCompressible || !accepted) return "identity";
    const names = accepted.split(",").filter((part) => !/;\s*q=0(\.0+)?\s*$/.test(part));
    const accepts = (encoding: string) => names.some((part) => part.split(";")[0]!.trim() === encoding);
    return encodings.find(accepts) ?? "identity";
  }

  /** The body in an encoding; compressed once, in another thread. */
  bodyIn(encoding: Encoding): Promise<Buffer> {
    const known = this.bodies.get(encoding);
    if (known) return known;
    const body =
      encoding === "br"
        ? brotli(this.plainBody, brotliOptions)
        : encoding === "gzip"
          ? promisify(gzip)(this.plainBody)
          : Promise.resolve(this.plainBody);
    this.bodies.set(encoding, body);
    return body;
  }

  private get isCompressible(): boolean {
    return this.plainBody.length >= leastBytes && compressible.test(this.headers["content-type"] ?? "");
  }
}

/** An embed that a response belongs to. */
export interface KeptEmbed {
  id: number;
  /** Milliseconds since 1970; Infinity if it does not expire. */
  expiresAt: number;
  /** The revocations at the time, of HubState. */
  revocations: string;
}
