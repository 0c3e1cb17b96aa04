import type { LanguageCode } from "../../schema/core/localized.ts";
import type { Ask } from "../ask.ts";
import type { FindingOfPage } from "../markup/finding-list.ts";

const question = `query Provenance($sha256: ID!, $language: Language!) {
  document(sha256: $sha256) {
    name url synthetic
    release { number publishedAt reason }
    findings { code severity message(language: $language) line }
  }
}`;

/** A document that figures stand in, the release that published it, and what is questionable in it. */
export interface CitedDocument {
  name: string;
  url: string;
  synthetic: boolean;
  release: { number: number; publishedAt: string; reason: string | null };
  findings: FindingOfPage[];
}

/** The documents that a panel's figures stand in. */
export async function citedDocuments(
  ask: Ask,
  documents: string[],
  language: LanguageCode,
): Promise<CitedDocument[]> {
  const answers = await Promise.all(
    documents.map((sha256) => ask(question, { sha256, language: language.toUpperCase() })),
  );
  return answers.flatMap(({ document }) => (document ? [document as CitedDocument] : []));
}
