const space = "(?:\\s|&nbsp;)";
/** Signs that are a bullet at the beginning of a line; doubled (○○시) they mask a name. */
const signs = "□■▣◆◇▶▷○●◎◯❍◦•‧∙·▪▫▸※";
const startsBullet = new RegExp(
  `^(${space}*)(\\*\\*)?(?:([${signs}])(?!\\3)${space}*|([-–—−－*+ㅇo])(?:${space}+|$)|([-–])(?=[가-힣(「[]))`,
);
/** Signs that also begin a bullet within a line, if surrounded by white space. */
const signsWithin = "○●◯❍◦•▪";
const within = (marks: string): RegExp => new RegExp(`(?<=${space})([${marks}])(?=${space}|$)`, "g");
const signWithin = within(signsWithin);
const signOrHyphenWithin = within(`${signsWithin}–-`);

/** The bullet that a text begins with: its sign, and the length of what precedes the words. */
export interface LeadingBullet {
  sign: string;
  length: number;
  /** Whether bold (**) opens before the sign: **○ 조성**. */
  isBold: boolean;
}

/** Reads the bullet at the beginning of a text; null if there is none. */
export function leadingBullet(text: string): LeadingBullet | null {
  // Only the beginning is searched: no bullet is indented by ten thousand spaces.
  const match = startsBullet.exec(text.slice(0, 10_000));
  if (!match) return null;
  return {
    ...{ sign: unified(match[3] ?? match[4] ?? match[5]!), length: match[0].length },
    isBold: match[2] !== undefined,
  };
}

/** Hyphens of any length are one kind of bullet, and so are ㅇ, o and ○. */
function unified(sign: string): string {
  if (/[-–—−－]/.test(sign)) return "-";
  return /[ㅇo◯]/.test(sign) ? "○" : sign;
}

/**
 * The bullets of a text, each with its sign, where several are printed on one line. A hyphen between spaces begins
 * one if `withHyphens` or if another sign does; else it is part of a sentence.
 */
export function splitAtBullets(text: string, withHyphens: boolean): string[] {
  const start = leadingBullet(text)?.length ?? 0;
  const rest = text.slice(start);
  const marks = withHyphens || rest.search(signWithin) >= 0 ? signOrHyphenWithin : signWithin;
  const cuts = [...rest.matchAll(marks)].map(({ index }) => start + index);
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index])).filter((piece) => /\S/.test(piece));
}
