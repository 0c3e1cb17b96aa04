import type { FastifyRequest } from "fastify";
import type { Ask } from "../ask.ts";
import type { Language } from "../localized.ts";
import type { Html } from "./html.ts";

/** What a page is made from: whom to ask, and what the reader's address says. */
export interface Visit {
  ask: Ask;
  language: Language;
  /** The address without `lang`. */
  address: string;
  /** A choice in the address; null where it is absent or blank. */
  choice(name: string): string | null;
}

/** What a page shows, and the HTTP status it is sent with. */
export interface View {
  status: number;
  title: string;
  content: Html;
}

/** The visit behind a request. */
export function visitOf(ask: Ask, request: FastifyRequest): Visit {
  const { pathname, searchParams } = new URL(request.url, "http://hub");
  const language = searchParams.get("lang") === "en" ? "en" : "ko";
  searchParams.delete("lang");
  const search = searchParams.size > 0 ? `?${searchParams}` : "";
  return {
    ask,
    language,
    address: pathname + search,
    choice: (name) => searchParams.get(name)?.trim() || null,
  };
}
