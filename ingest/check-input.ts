import { HubError } from "../schema/core/hub-error.ts";
import { findMalformedText } from "../schema/core/well-formed-text.ts";

/**
 * Checks the texts that a command was given, by the names of its options, before any of them reaches the database.
 * Throws INPUT_INVALID for U+0000 or a lone surrogate. What files contain is checked where they are read.
 */
export function checkInput(texts: Readonly<Record<string, string | undefined>>): void {
  for (const [name, text] of Object.entries(texts)) {
    if (findMalformedText(text, name) === null) continue;
    throw new HubError(
      "INPUT_INVALID",
      {
        ko: `${name}에 쓸 수 없는 문자(U+0000 또는 짝이 없는 서로게이트)가 있습니다.`,
        en: `${name} contains U+0000 or a lone surrogate, which no text may contain.`,
      },
      { ko: "그 문자를 지우고 다시 실행하십시오.", en: "Remove that character and try again." },
    );
  }
}
