import type { QueryRunner } from "typeorm";
import { draftFinding } from "../../draft-finding.ts";
import { type FileFinding, named } from "../file-finding.ts";
import { departmentId, pledgeId } from "../identities.ts";
import type { Publication } from "../publication.ts";
import { current } from "../releases.ts";
import type { FeedSource } from "./publish-feed.ts";

/** Municipalities of a feed that are not known yet, or known otherwise. Comes before the release, which belongs to one. */
export async function publishMunicipalities(
  query: QueryRunner,
  release: number,
  reason: string | null,
  sources: FeedSource[],
): Promise<{ facts: number; findings: FileFinding[] }> {
  const findings: FileFinding[] = [];
  let facts = 0;
  for (const { file, opened } of sources) {
    for (const row of [...opened.rows()].flat()) {
      const [code, name, synthetic] = row.values;
      const [known] = await query.query(
        "SELECT id, name, synthetic FROM municipality WHERE code = $1 AND known_to = $2",
        [code, current],
      );
      if (known?.name === name && known?.synthetic === synthetic) continue;
      if (known && reason === null) {
        const before = `${known.name}, ${known.synthetic ? "합성" : "실제"}`;
        const finding = draftFinding(
          "CORRECTION_WITHOUT_REASON",
          opened.cell(row.line, known.name === name ? "synthetic" : "name"),
          `이미 아는 지자체 ${code}(${before})와 다릅니다. 정정이면 --reason "사유"를 붙여 다시 가져오십시오.`,
          `Differs from the known municipality ${code} (${known.name}, ${known.synthetic ? "synthetic" : "real"}). If this corrects it, import again with --reason "why".`,
        );
        findings.push(...named(file, [finding]));
        continue;
      }
      await query.query("UPDATE municipality SET known_to = $1 WHERE id = $2 AND known_to = $3", [
        release,
        known?.id ?? null,
        current,
      ]);
      await query.query(
        `INSERT INTO municipality (id, code, name, synthetic, known_from)
         VALUES (coalesce($1, nextval(pg_get_serial_sequence('municipality', 'id'))), $2, $3, $4, $5)`,
        [known?.id ?? null, code, name, synthetic, release],
      );
      facts += 1;
    }
    findings.push(...named(file, opened.findings));
  }
  return { facts, findings };
}

/** Departments of a feed that are not known yet. A department has nothing but its name, so nothing of it is corrected. */
export async function publishDepartments(
  publication: Publication,
  sources: FeedSource[],
): Promise<{ facts: number; findings: FileFinding[] }> {
  const { query, municipalityId, release } = publication;
  const findings: FileFinding[] = [];
  let facts = 0;
  for (const { file, opened } of sources) {
    const documentId = await publication.documents.idOf(file);
    let added = 0;
    for (const row of [...opened.rows()].flat()) {
      const { column, quote } = opened.cell(row.line, "name");
      const origin = { documentId, sheet: opened.table.sheet, line: row.line, column: column ?? null, quote };
      const { isNew } = await departmentId(
        query.manager,
        municipalityId,
        String(row.values[0]),
        origin,
        release,
      );
      if (isNew) added += 1;
    }
    findings.push(...named(file, opened.findings));
    publication.documents.note(file, added, opened.findings);
    facts += added;
  }
  return { facts, findings };
}

/** Gives the codes of a pledge feed their ids, so that its rows, and those of other feeds, can refer to them. */
export async function identifyPledges(
  { query, municipalityId }: Publication,
  sources: FeedSource[],
): Promise<Map<string, number>> {
  const codes = new Set<string>();
  for (const { opened } of sources)
    for (const batch of opened.rows()) for (const row of batch) codes.add(String(row.values[0]));
  const ids = new Map<string, number>();
  for (const code of codes) ids.set(code, await pledgeId(query.manager, municipalityId, code));
  return ids;
}
