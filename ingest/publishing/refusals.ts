import type { EntityManager } from "typeorm";
import { nearest } from "../../schema/core/nearest.ts";
import type { FindingDraft } from "../draft-finding.ts";

/** The error for an unknown municipality. */
export async function municipalityUnknown(manager: EntityManager, code: string): Promise<FindingDraft> {
  const known = await manager.query<{ code: string; name: string }[]>(
    "SELECT DISTINCT ON (code) code, name FROM municipality ORDER BY code, known_to DESC",
  );
  const near = nearest(
    code,
    known.map((row) => row.code),
  );
  const name = known.find((row) => row.code === near)?.name;
  const hint = near
    ? { ko: `가장 가까운 것은 ${near}(${name})입니다.`, en: `The nearest is ${near} (${name}).` }
    : { ko: "아직 아무 지자체도 없습니다.", en: "It has no municipality yet." };
  return {
    code: "UNKNOWN_REFERENCE",
    line: null,
    column: null,
    quote: code,
    message: {
      ko: `허브가 모르는 지자체 코드 ${code}입니다. ${hint.ko} --municipality를 고치거나, hub init으로 만들거나, 지자체 자료를 함께 가져오십시오.`,
      en: `The hub does not know municipality ${code}. ${hint.en} Fix --municipality, add it with hub init, or import the municipality feed along with it.`,
    },
  };
}
