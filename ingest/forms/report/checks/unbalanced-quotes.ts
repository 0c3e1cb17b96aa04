import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { StatementPiece } from "../statements/outline.ts";

/** QUOTE_UNBALANCED for an unmatched 「 or 」 in a statement, once per line. */
export function unbalancedQuotes(pieces: StatementPiece[]): FindingDraft[] {
  const byStatement: StatementPiece[][] = [];
  for (const piece of pieces) {
    if (byStatement.at(-1)?.[0]?.statement === piece.statement) byStatement.at(-1)!.push(piece);
    else byStatement.push([piece]);
  }
  return byStatement.flatMap((statement) => {
    const unpaired = unpairedQuotes(statement.map(({ text }) => text));
    return statement.filter((_, index) => unpaired[index]!.length > 0).map(unbalanced);
  });
}

/** The positions of unmatched 「 and 」 in the pieces of one text, by piece. */
export function unpairedQuotes(pieces: string[]): number[][] {
  const unpaired: number[][] = pieces.map(() => []);
  const open: { piece: number; at: number }[] = [];
  for (const [piece, text] of pieces.entries()) {
    for (const { 0: sign, index: at } of text.matchAll(/[「」]/g)) {
      if (sign === "「") open.push({ piece, at });
      else if (!open.pop()) unpaired[piece]!.push(at);
    }
  }
  for (const { piece, at } of open) unpaired[piece]!.push(at);
  return unpaired;
}

const unbalanced = ({ line, column, text }: StatementPiece): FindingDraft =>
  draftFinding(
    "QUOTE_UNBALANCED",
    { line, column, quote: text },
    `낫표(「 」)의 짝이 맞지 않습니다: ‘${text}’. 빠진 낫표를 원문에서 확인하십시오.`,
    `Unbalanced 「 」: “${text}”. Find the missing mark in the original.`,
  );
