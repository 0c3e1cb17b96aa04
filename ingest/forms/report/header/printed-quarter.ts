const wholeQuarter = /(\d{4})\s?(?:년도|년|\.)\s?([1-4])\s?(?:\/\s?4)?\s?분기/;

/** The year and the quarter that a text prints, as in 2019년 2/4분기; null if it prints none. */
export function quarterIn(text: string): { year: number; number: number } | null {
  const match = text.length < 500 && wholeQuarter.exec(text);
  return match ? { year: Number(match[1]), number: Number(match[2]) } : null;
}

/** Whether a text prints a quarter with its year. */
export const printsQuarter = (text: string): boolean => quarterIn(text) !== null;
