const firstSyllable = "가".charCodeAt(0);
const lastSyllable = "힣".charCodeAt(0);
const finalConsonants = 28;
/** Finals of syllables, as Unicode counts them: ㄹ takes 로, not 으로. */
const rieul = 8;
/** Final sounds of digits when read aloud: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const finalsOfDigits = [21, 8, 0, 16, 0, 0, 1, 8, 8, 0];

const pairs = { 은: "는", 이: "가", 을: "를", 과: "와", 으로: "로" } as const;

/**
 * A word with the particle that its sound takes: particle("부서", "이") is 부서가. Quotes and brackets after the
 * word are silent. If the sound is unknown, as of Latin letters, both forms are given: 이(가), (으)로.
 */
export function particle(word: string, afterConsonant: keyof typeof pairs): string {
  const afterVowel = pairs[afterConsonant];
  const final = finalOf(word);
  if (final === null)
    return `${word}${afterConsonant === "으로" ? "(으)로" : `${afterConsonant}(${afterVowel})`}`;
  const isOpen = final === 0 || (afterConsonant === "으로" && final === rieul);
  return `${word}${isOpen ? afterVowel : afterConsonant}`;
}

/** The final consonant of a word as spoken, 0 for none; null if unknown. */
function finalOf(word: string): number | null {
  const last = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(word)?.[0];
  if (last === undefined) return null;
  if (/[0-9]/.test(last)) return finalsOfDigits[Number(last)]!;
  const code = last.charCodeAt(0);
  return code >= firstSyllable && code <= lastSyllable ? (code - firstSyllable) % finalConsonants : null;
}
