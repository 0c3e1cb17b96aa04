import { particle } from "../../../schema/core/particle.ts";
import { draftFinding } from "../../draft-finding.ts";
import type { Source } from "../../forms/source.ts";
import type { FileFinding } from "../file-finding.ts";
import type { Publication } from "../publication.ts";
import { current } from "../releases.ts";
import type { CellCorrection } from "./find-corrections.ts";

/** Where a row was read, and the code in it. */
interface CodePlace {
  code: string;
  documentId: number;
  sheet: string | null;
  line: number;
}

/**
 * Of the hub's own rows, which are municipalities, each is known by its own releases: a release of one makes no other
 * and changes no other. Rejects such rows; others than the release's that are already known and unchanged may stand.
 */
export async function rejectOthers(
  { query, municipalityId, municipality }: Publication,
  staged: string,
  corrections: CellCorrection[],
  sourceOf: (place: { documentId: number; sheet: string | null }) => Source,
): Promise<FileFinding[]> {
  const made: CodePlace[] = await query.query(
    `SELECT code, document_id AS "documentId", sheet, line FROM ${staged} AS staged
     WHERE id <> $1 AND NOT EXISTS (SELECT FROM municipality WHERE code = staged.code AND known_to = $2)
     ORDER BY document_id, line`,
    [municipalityId, current],
  );
  return [
    ...made.map((place) => newMunicipality(place, municipality, sourceOf(place))),
    ...corrections
      .filter(({ key: [code] }) => code !== municipality)
      .map((correction) => changedMunicipality(correction, sourceOf(correction))),
  ];
}

function newMunicipality(place: CodePlace, municipality: string, source: Source): FileFinding {
  const { code, sheet } = place;
  const finding = draftFinding(
    "UNKNOWN_REFERENCE",
    source.cell(place, "code"),
    `지자체 ${municipality}의 자료로 다른 지자체 ${particle(code, "을")} 만들 수 없습니다. 이 줄을 지우고, 필요하면 --municipality ${code}로 따로 가져오십시오.`,
    `An import for municipality ${municipality} cannot make municipality ${code}. Delete this row; if it is needed, import it separately with --municipality ${code}.`,
  );
  return { ...finding, sheet: sheet ?? undefined, document: source.file.name };
}

function changedMunicipality(correction: CellCorrection, source: Source): FileFinding {
  const [code] = correction.key;
  const finding = draftFinding(
    "CORRECTION_WITHOUT_REASON",
    source.cell(correction, correction.measure),
    `이미 공표한 지자체 ${code}의 내용과 다릅니다. 이 정정은 --municipality ${code}와 --reason을 붙여 따로 가져오십시오.`,
    `Differs from what is published of municipality ${code}. Import this correction separately, with --municipality ${code} and --reason.`,
  );
  return { ...finding, sheet: correction.sheet ?? undefined, document: source.file.name };
}
