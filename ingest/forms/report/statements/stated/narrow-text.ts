const plain: Readonly<Record<string, string>> = {
  ...{ "\u00a0": " ", "\u3000": " ", "\t": " ", "\n": " " },
  ...{ "∼": "~", "〜": "~", "˜": "~", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-" },
  ...{ "’": "'", "‘": "'", "`": "'", "´": "'" },
};

/** A text with full-width letters, kinds of dashes and the like made one, letter by letter: positions stay the same. */
export const narrowText = (text: string): string =>
  text.replace(/[！-～\u00a0\u3000\t\n∼〜˜‐‑‒–—―−’‘`´]/g, (letter) => plain[letter] ?? asciiOf(letter));

const asciiOf = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
