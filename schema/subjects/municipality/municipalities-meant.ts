import { In } from "typeorm";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { HubError } from "../../core/hub-error.ts";
import { municipalitiesAt } from "./municipality.ts";

/** Ids of the municipalities that a list is of, the home municipality where none are named. */
export async function municipalitiesListed(
  context: HubContext,
  codes: readonly string[] | null | undefined,
  knownAt: KnownAt,
): Promise<number[]> {
  const found = await municipalitiesAt(context, knownAt, { code: In([...(codes ?? [context.home])]) });
  return found.map(({ id }) => id);
}

/**
 * Ids of the municipalities that a filter means, the home municipality without one. Codes that are
 * not known have none. Throws where real and synthetic ones would come into one answer.
 */
export async function municipalitiesMeant(
  context: HubContext,
  codes: readonly string[] | null | undefined,
  knownAt: KnownAt,
): Promise<number[]> {
  const found = await municipalitiesAt(context, knownAt, { code: In([...(codes ?? [context.home])]) });
  const synthetic = found.filter((municipality) => municipality.synthetic);
  if (synthetic.length > 0 && synthetic.length < found.length) {
    const names = synthetic.map((municipality) => municipality.name).join(", ");
    throw new HubError(
      "SYNTHETIC_AND_REAL",
      {
        ko: `합성 지자체(${names})와 실제 지자체를 한 집계에 섞을 수 없습니다.`,
        en: `Synthetic municipalities (${names}) and real ones cannot be mixed in one summary.`,
      },
      { ko: "따로 물으십시오.", en: "Ask for them separately." },
    );
  }
  return found.map((municipality) => municipality.id);
}
