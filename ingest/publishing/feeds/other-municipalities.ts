import { draftFinding } from "../../draft-finding.ts";
import type { Source } from "../../forms/source.ts";
import type { FileFinding } from "../file-finding.ts";
import type { Publication } from "../publication.ts";
import type { CellCorrection } from "./find-corrections.ts";

/**
 * Of the hub's own rows, which are municipalities, each is known by its own releases. Makes the staged rows of
 * others than the release's known from the start, and rejects a changed one: it takes a release of its own.
 */
export async function separateOthers(
  { query, municipalityId, municipality }: Publication,
  staged: string,
  corrections: CellCorrection[],
  sourceOf: (correction: CellCorrection) => Source,
): Promise<FileFinding[]> {
  await query.query(`UPDATE ${staged} SET known_from = 0 WHERE id <> $1`, [municipalityId]);
  return corrections
    .filter(({ key: [code] }) => code !== municipality)
    .map((correction) => {
      const source = sourceOf(correction);
      const [code] = correction.key;
      const finding = draftFinding(
        "CORRECTION_WITHOUT_REASON",
        source.cell(correction, correction.measure),
        `이미 공표한 지자체 ${code}의 내용과 다릅니다. 이 정정은 --municipality ${code}와 --reason을 붙여 따로 가져오십시오.`,
        `Differs from what is published of municipality ${code}. Import this correction separately, with --municipality ${code} and --reason.`,
      );
      return { ...finding, sheet: correction.sheet ?? undefined, document: source.file.name };
    });
}
