import type { FastifyRequest } from "fastify";
import type { LanguageCode } from "../../schema/core/localized.ts";
import type { Ask } from "../ask.ts";
import type { Html } from "../markup/html.ts";
import type { Publication } from "../publication/publication.ts";

/** What the reader's address says. */
export interface PageAddress {
  language: LanguageCode;
  /** The address without `lang`. */
  address: string;
  /** A choice in the address; null where it is absent or blank. */
  choice(name: string): string | null;
  /** All parameters of the address, as they are. */
  parameters: URLSearchParams;
  /** Whether the address has a choice, be it blank: the choice of nothing, where that may be. */
  has(name: string): boolean;
}

/** What a page is made from: whom to ask, and what the reader's address says. */
export interface PageRequest extends PageAddress {
  ask: Ask;
  /** Origin of the hub for browsers; null if it is not known. */
  origin: string | null;
  /** Who publishes the data, and on which terms. */
  publication: Publication;
}

/** What a page shows, and the HTTP status it is sent with. */
export interface View {
  status: number;
  title: string;
  content: Html;
  /** The page that takes this one's place after so many seconds; left out where none does. */
  refresh?: { seconds: number; address: string };
}

/** Asks the hub on behalf of a request: with its caller's permissions, and cancelled when its client leaves. */
export type AskFor = (request: FastifyRequest) => Ask;

/** The page that a request asks for. */
export const pageRequestOf = (askFor: AskFor, request: FastifyRequest): PageRequest => ({
  ask: askFor(request),
  origin: request.hubOrigin,
  publication: request.publication,
  ...pageAddressOf(request),
});

/** What the address of a request says. */
export function pageAddressOf(request: Pick<FastifyRequest, "url">): PageAddress {
  const url = new URL(request.url.startsWith("/") ? `http://hub${request.url}` : "http://hub/");
  const { searchParams } = url;
  // Links to //host would lead to another host.
  const pathname = url.pathname.replace(/^\/+/, "/");
  const parameters = new URLSearchParams(searchParams);
  const language = searchParams.get("lang") === "en" ? "en" : "ko";
  searchParams.delete("lang");
  const search = searchParams.size > 0 ? `?${searchParams}` : "";
  return {
    language,
    address: pathname + search,
    parameters,
    has: (name) => searchParams.has(name),
    choice: (name) => {
      const value = searchParams.get(name)?.normalize("NFC").trim();
      // Grafana's links have its word for all, null, where a reader chose nothing.
      return value && value !== "null" ? value : null;
    },
  };
}
