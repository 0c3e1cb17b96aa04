import type { DataSource } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";
import { checkInput } from "../check-input.ts";
import { current, lockCodes } from "./releases.ts";

/** A municipality before its first release. */
export interface NewMunicipality {
  /** Five digits. */
  code: string;
  name: string;
  /** Whether its data are synthetic. */
  synthetic: boolean;
}

/**
 * Adds a municipality that the hub does not have, valid from the start. Returns whether it was added: repeating
 * it changes nothing. Throws NAME_INVALID for an empty name, and MUNICIPALITY_EXISTS if the code belongs to another
 * name, or to a synthetic instead of a real municipality.
 */
export async function createMunicipality(
  database: DataSource,
  { code, name, synthetic }: NewMunicipality,
): Promise<boolean> {
  checkInput({ "--municipality": code, "--name": name });
  if (name.trim() === "") throw nameInvalid();
  return database.transaction(async (manager) => {
    await lockCodes(manager, [code]);
    const [known] = await manager.query<NewMunicipality[]>(
      "SELECT code, name, synthetic FROM municipality WHERE code = $1 AND known_to = $2",
      [code, current],
    );
    if (known && (known.name !== name.trim() || known.synthetic !== synthetic)) throw exists(known);
    if (known) return false;
    await manager.query(
      "INSERT INTO municipality (code, name, synthetic, known_from) VALUES ($1, $2, $3, 0)",
      [code, name.trim(), synthetic],
    );
    return true;
  });
}

const nameInvalid = (): HubError =>
  new HubError(
    "NAME_INVALID",
    {
      ko: "지자체의 이름이 비었습니다.",
      en: "The name of the municipality is empty.",
    },
    { ko: "고양시와 같이 이름을 쓰십시오.", en: "Give its name, such as 고양시." },
  );

const exists = ({ code, name, synthetic }: NewMunicipality): HubError =>
  new HubError(
    "MUNICIPALITY_EXISTS",
    {
      ko: `${particle(code, "은")} 이미 ${name}(${synthetic ? "합성" : "실제"})의 코드입니다.`,
      en: `${code} is the code of ${name} already, which is ${synthetic ? "synthetic" : "real"}.`,
    },
    {
      ko: "코드와 이름을 확인하십시오. 이름이 바뀌었으면 지자체 자료를 --reason과 함께 가져오십시오.",
      en: "Check code and name. If the name has changed, import the municipality feed with --reason.",
    },
  );
