import { chown } from "node:fs/promises";
import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";
import type { PostgresPrograms } from "./postgres-programs.ts";
import { type ProgramUser, runProgram } from "./run-program.ts";

const NAME = "postgres";
const OURSELVES: ProgramUser = { prefix: [] };

/**
 * The user that PostgreSQL runs as. It refuses to run as root, so root gives the data folder to the system user "postgres",
 * created if missing. Throws DATABASE_USER_UNUSABLE if that user cannot access the programs or the folder.
 */
export async function choosePostgresUser(
  programs: PostgresPrograms,
  dataFolder: string,
): Promise<ProgramUser> {
  if (process.getuid?.() !== 0) return OURSELVES;
  const { uid, gid } = await findUser();
  await chown(dataFolder, uid, gid);
  const reaches = async (user: ProgramUser) => {
    const conditions = ["-r", programs.postgres, "-a", "-x", programs.postgres, "-a", "-w", dataFolder];
    const result = await runProgram("test", conditions, user, "/").catch(() => null);
    return result?.code === 0;
  };
  const plain: ProgramUser = { uid, gid, prefix: [] };
  if (await reaches(plain)) return plain;
  // Below a folder that only root may enter (as mktemp -d creates them) the user keeps one of root's capabilities: to pass it.
  const passing: ProgramUser = {
    prefix: [
      ...["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--securebits=+no_setuid_fixup"],
      ...["--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--"],
    ],
  };
  if (await reaches(passing)) return passing;
  throw unusable(
    `사용자 ${particle(NAME, "이")} ${programs.postgres} 또는 ${dataFolder}에 이르지 못합니다.`,
    `The user ${NAME} cannot reach ${programs.postgres} or ${dataFolder}.`,
  );
}

async function findUser(): Promise<{ uid: number; gid: number }> {
  const id = async (option: string) => Number((await asRoot("id", [option, NAME])) ?? Number.NaN);
  if (Number.isNaN(await id("-u"))) {
    await asRoot("groupadd", ["--system", "--force", NAME]);
    await asRoot("useradd", ["--system", "--gid", NAME, NAME]);
  }
  const user = { uid: await id("-u"), gid: await id("-g") };
  if (Number.isNaN(user.uid)) {
    throw unusable(
      `사용자 ${particle(NAME, "이")} 없고 만들 수도 없습니다.`,
      `There is no user ${NAME} and none could be made.`,
    );
  }
  return user;
}

/** The output of a command; null if it fails or does not exist. */
async function asRoot(command: string, commandArguments: string[]): Promise<string | null> {
  const result = await runProgram(command, commandArguments, OURSELVES, "/").catch(() => null);
  return result?.code === 0 ? result.output : null;
}

function unusable(ko: string, en: string): HubError {
  return new HubError(
    "DATABASE_USER_UNUSABLE",
    { ko: `PostgreSQL은 root로 실행되지 않습니다. ${ko}`, en: `PostgreSQL does not run as root. ${en}` },
    {
      ko: "root가 아닌 사용자로 실행하거나, 누구나 들어갈 수 있는 폴더에서 실행하거나, DATABASE_URL을 지정하세요.",
      en: "Run as a user other than root, or in a folder that everyone may enter, or set DATABASE_URL.",
    },
  );
}
