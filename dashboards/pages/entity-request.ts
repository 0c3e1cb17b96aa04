import { particle } from "../../schema/core/particle.ts";
import type { Problem } from "../../schema/core/problem.ts";
import type { EntityPage } from "../../schema/panels/entity-page.ts";
import { getPath } from "../../schema/panels/get-path.ts";
import { problemsOf } from "../ask.ts";
import { momentOf } from "../panels/moment.ts";
import type { PageRequest } from "./page-request.ts";
import { statusOf } from "./parts/problem-view.ts";

/** The entity that an address names. */
export interface EntityAddress {
  municipality: string;
  /** The parts after the municipality, by their names. */
  keys: Readonly<Record<string, string>>;
}

/** The end of an address that asks for the data of a page. */
const dataEnding = ".json";

/** What an address names, by the parts of its path, and whether it asks for the data instead of the page. */
export function entityAddressOf(
  { keys }: EntityPage,
  parts: Readonly<Record<string, string>>,
): EntityAddress & { isData: boolean } {
  const names = Object.keys(keys);
  const last = names.at(-1)!;
  const isData = parts[last]!.endsWith(dataEnding);
  const of = (name: string) =>
    (isData && name === last ? parts[name]!.slice(0, -dataEnding.length) : parts[name]!).normalize("NFC");
  return {
    isData,
    municipality: parts.municipality!,
    keys: Object.fromEntries(names.map((name) => [name, of(name)])),
  };
}

/** The data of an entity's page: the answer to its query as JSON, or what is wrong with the address. */
export async function entityData(
  page: PageRequest,
  declared: EntityPage,
  address: EntityAddress,
): Promise<{ type: string; text: string; status: number }> {
  const json = (status: number, content: object) => ({
    type: "application/json; charset=utf-8",
    text: JSON.stringify(content),
    status,
  });
  try {
    const data = await askEntity(page, declared, address);
    return getPath(data, declared.entity)
      ? json(200, data)
      : json(404, { errors: [entityUnknown(declared)] });
  } catch (error) {
    return json(statusOf(error), { errors: problemsOf(error) });
  }
}

/** What the hub answers to the query of an entity's page. Rejects as `ask` does. */
export function askEntity(
  { ask, choice }: PageRequest,
  { keys, question }: EntityPage,
  address: EntityAddress,
): Promise<Record<string, unknown>> {
  const asOf = choice("asOf");
  const named = Object.entries(keys).map(([name, { passedAs, isNumber }]) => {
    const value = address.keys[name] ?? "";
    return [passedAs, isNumber ? Number(value) : value] as const;
  });
  return ask(question, {
    ofMunicipality: address.municipality,
    ...Object.fromEntries(named),
    ...(asOf && { knownAt: momentOf(asOf, new Date())?.toISOString() ?? asOf }),
  });
}

/** An entity that was not known at the time. */
export const entityUnknown = ({ kind }: EntityPage): Problem => ({
  code: "NOT_FOUND",
  text: {
    ko: `그 시각에 알려진 ${particle(kind.ko, "이")} 아닙니다.`,
    en: `There was no such ${kind.en.toLowerCase()} at the time.`,
  },
  remedy: {
    ko: "주소를 확인하거나 asOf를 빼고 지금의 자료를 보십시오.",
    en: "Check the address, or leave out asOf to see what is known now.",
  },
});
