import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { isThisMachine, readingIsPublic } from "../access/public-reading.ts";
import type { Settings } from "../settings.ts";
import { ok, problem, type SetupFinding, warning } from "./finding.ts";

/** Letters of a secret that nobody can guess. */
const shortestSecret = 32;
const gigabyte = 1e9;

/** Checks what needs no database: Node, settings, the data folder and its disk. */
export async function checkSettings(settings: Settings): Promise<SetupFinding[]> {
  // Throws what `hub serve` would say of missing settings.
  const isPublic = readingIsPublic(settings);
  const who = isPublic
    ? { ko: "누구나 읽습니다", en: "anyone may read" }
    : { ko: "토큰으로 읽습니다", en: "reading takes a token" };
  return [
    checkNode(process.versions.node),
    ok(
      "HUB_PUBLIC",
      `${settings.host}:${settings.port}, ${who.ko}.`,
      `${settings.host}:${settings.port}, ${who.en}.`,
    ),
    ...checkSecret(settings),
    ...checkUrl(settings),
    ...(settings.databaseUrl === undefined ? await checkFolder(settings.dataFolder) : []),
  ];
}

function checkNode(version: string): SetupFinding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return ok("node", `Node ${version}`, `Node ${version}`);
  return problem(
    "node",
    `Node ${version}입니다.`,
    `Node is ${version}.`,
    "20.19 이상을 설치하십시오.",
    "Install 20.19 or later.",
  );
}

function checkSecret({ secret }: Settings): SetupFinding[] {
  if (secret === undefined || secret.length >= shortestSecret) return [];
  return [
    warning(
      "HUB_SECRET",
      `HUB_SECRET이 ${secret.length}자로 짧습니다.`,
      `HUB_SECRET has only ${secret.length} letters.`,
      "openssl rand -base64 32의 출력으로 바꾸십시오. 이미 붙인 임베드의 주소도 바뀝니다.",
      "Set it to the output of openssl rand -base64 32. The addresses of existing embeds change with it.",
    ),
  ];
}

function checkUrl({ url, host }: Settings): SetupFinding[] {
  if (url === undefined && isThisMachine(host)) return [];
  if (url === undefined)
    return [
      warning(
        "HUB_URL",
        "HUB_URL이 없어, 이름이나 프록시로 접속한 분석가는 임베드를 만들 수 없습니다.",
        "Without HUB_URL analysts who reach the hub by a name or a proxy cannot create embeds.",
        "HUB_URL을 브라우저가 접속하는 주소로 지정하십시오.",
        "Set HUB_URL to the address by which browsers reach the hub.",
      ),
    ];
  if (url.startsWith("https:") || isThisMachine(new URL(url).hostname)) return [ok("HUB_URL", url, url)];
  return [
    warning(
      "HUB_URL",
      `${url}는 암호화되지 않아 토큰이 그대로 오갑니다.`,
      `${url} is not encrypted, so tokens can be read on the way.`,
      "TLS를 끝내는 프록시를 앞에 두십시오(docs/operating.md).",
      "Put a proxy that terminates TLS in front (docs/operating.md).",
    ),
  ];
}

async function checkFolder(folder: string): Promise<SetupFinding[]> {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = await statfs(existing);
  const free = bavail * bsize;
  const room = `${(free / gigabyte).toFixed(1)} GB`;
  const isWritable = await access(existing, constants.W_OK).then(
    () => true,
    () => false,
  );
  return [
    isWritable
      ? ok("HUB_DATA", `${folder}에 쓸 수 있습니다.`, `${folder} is writable.`)
      : problem(
          "HUB_DATA",
          `${existing}에 쓸 수 없습니다.`,
          `${existing} is not writable.`,
          "HUB_DATA를 쓸 수 있는 폴더로 지정하십시오.",
          "Set HUB_DATA to a folder that the hub may write.",
        ),
    free >= gigabyte
      ? ok("disk", `빈 공간 ${room}`, `${room} free`)
      : warning(
          "disk",
          `빈 공간이 ${room}뿐입니다.`,
          `Only ${room} are free.`,
          "공간을 늘리거나 HUB_DATA를 다른 디스크로 옮기십시오.",
          "Free some space, or move HUB_DATA to another disk.",
        ),
  ];
}
