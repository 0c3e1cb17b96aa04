import { Command, InvalidArgumentError, Option } from "commander";
import type { DataSource } from "typeorm";
import { particle } from "../../schema/core/particle.ts";
import { createToken, listTokens, revokeToken } from "../access/manage-tokens.ts";
import { leastEqualRole, type Role, roles } from "../access/permissions.ts";
import { openHub } from "../open-hub.ts";
import { readSettings } from "../settings.ts";
import { textArgument } from "./text-argument.ts";
import { tokenLines } from "./token-lines.ts";

interface CreateOptions {
  role: Role;
  name: string;
  expires?: Date;
}

/** `hub token`: creates, lists and revokes the tokens of programs and analysts. */
export function tokenCommand(): Command {
  return new Command("token")
    .description("토큰을 만들고, 보고, 거둡니다.\nMake, list and revoke tokens.")
    .addCommand(
      new Command("create")
        .description("토큰을 만들어 한 번만 보여 줍니다.\nMake a token and print it, once.")
        .addOption(new Option("--role <role>", "역할 / role").choices(roles).makeOptionMandatory())
        .requiredOption("--name <name>", "쓰는 곳, 예: grafana / where it is used", textArgument)
        .option("--expires <day>", "이날까지(한국 시간), 예: 2027-01-31 / last day, Korean time", lastMoment)
        .action((options: CreateOptions) => withDatabase((database) => create(database, options))),
    )
    .addCommand(
      new Command("list")
        .description("토큰의 이름, 역할, 기한, 마지막 사용을 봅니다.\nShow names, roles, ends and last uses.")
        .action(() =>
          withDatabase(async (database) => console.log(tokenLines(await listTokens(database)).join("\n"))),
        ),
    )
    .addCommand(
      new Command("revoke")
        .description("토큰을 곧바로 거둡니다.\nRevoke a token at once.")
        .argument("<name or id>", "이름 또는 번호 / its name or id", textArgument)
        .action((nameOrId: string) =>
          withDatabase(async (database) => {
            const { id, name } = await revokeToken(database, nameOrId);
            console.log(
              `토큰 ${id} ${particle(`"${name}"`, "을")} 거두었습니다. / Revoked token ${id} "${name}".`,
            );
          }),
        ),
    );
}

async function create(database: DataSource, { role, name, expires }: CreateOptions): Promise<void> {
  const text = await createToken(database, { role, name, expiresAt: expires ?? null });
  // Only the token goes to standard output, so that a script can capture it.
  console.error(
    "지금만 보입니다. Authorization: Bearer 머리글로 보내십시오.\nShown only now. Send it in the header Authorization: Bearer.",
  );
  const least = leastEqualRole(role);
  if (least !== role)
    console.error(
      `${role} 역할은 아직 ${least} 역할보다 더 할 수 있는 일이 없습니다.\nThe role ${role} permits the same as ${least} so far.`,
    );
  console.log(text);
}

async function withDatabase(work: (database: DataSource) => Promise<void>): Promise<void> {
  const hub = await openHub(readSettings(), "command");
  try {
    await work(hub.database);
  } finally {
    await hub.close();
  }
}

/** The end of a day in Korea. */
function lastMoment(day: string): Date {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(start.valueOf()) || start.toISOString().slice(0, 10) !== day) {
    throw new InvalidArgumentError("2027-01-31처럼 쓰십시오. / Write it like 2027-01-31.");
  }
  const end = new Date(`${day}T23:59:59.999+09:00`);
  if (end.valueOf() > Date.now()) return end;
  throw new InvalidArgumentError("지난 날입니다. / That day has passed.");
}
