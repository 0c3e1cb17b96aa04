import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";

/** ARCHIVE_EXISTS: a backup is never replaced. */
export const archiveExists = (path: string): HubError =>
  new HubError(
    "ARCHIVE_EXISTS",
    { ko: `${particle(path, "이")} 이미 있습니다.`, en: `${path} exists already.` },
    { ko: "다른 이름을 주십시오.", en: "Give another name." },
  );

/** ARCHIVE_DAMAGED: nothing of it is restored. */
export const archiveDamaged = (path: string, what: string): HubError =>
  new HubError(
    "ARCHIVE_DAMAGED",
    {
      ko: `${particle(path, "은")} 온전한 보관 파일이 아닙니다(${what}). 아무것도 넣지 않았습니다.`,
      en: `${path} is not an intact archive (${what}). Nothing was restored.`,
    },
    {
      ko: "hub archive가 쓴 다른 파일을 주십시오.",
      en: "Give another file that hub archive wrote.",
    },
  );

/** ARCHIVE_NEWER: a later version wrote it. */
export const archiveNewer = (path: string, version: string): HubError =>
  new HubError(
    "ARCHIVE_NEWER",
    {
      ko: `${particle(path, "은")} 더 새로운 허브(${version})가 쓴 것입니다. 아무것도 넣지 않았습니다.`,
      en: `A newer version of the hub (${version}) wrote ${path}. Nothing was restored.`,
    },
    { ko: "그 버전 이상의 허브를 쓰십시오.", en: "Use that version of the hub or a later one." },
  );

/** DATABASE_NOT_EMPTY: an archive is a whole hub, and is mixed with no other. */
export const databaseNotEmpty = (): HubError =>
  new HubError(
    "DATABASE_NOT_EMPTY",
    {
      ko: "이 데이터베이스에는 이미 자료가 있습니다. 아무것도 넣지 않았습니다.",
      en: "This database holds data already. Nothing was restored.",
    },
    {
      ko: "빈 데이터베이스를 DATABASE_URL로, 또는 빈 폴더를 HUB_DATA로 주십시오.",
      en: "Give an empty database as DATABASE_URL, or an empty folder as HUB_DATA.",
    },
  );

/** REQUEST_UNKNOWN: an older hub did not keep what a release was requested with, and its facts do not show it. */
export const requestUnknown = (releases: readonly string[]): HubError =>
  new HubError(
    "REQUEST_UNKNOWN",
    {
      ko: `이전 버전의 허브가 공표하면서 무엇으로 했는지 남기지 않아, 다시 공표할 수 없는 회차가 있습니다: ${releases.join(", ")}.`,
      en: `An older version of the hub did not keep what these releases were requested with, so they cannot be published again: ${releases.join(", ")}.`,
    },
    {
      ko: "이 데이터베이스는 docs/operating.md의 백업(pg_dump 또는 폴더 복사)으로 보관하십시오.",
      en: "Back this database up as in docs/operating.md, with pg_dump or by copying its folder.",
    },
  );

/** RESTORE_DIFFERS: publishing again does not give what was published. `what` names release and table or finding. */
export const restoreDiffers = (what: readonly string[], version: string): HubError =>
  new HubError(
    "RESTORE_DIFFERS",
    {
      ko: `이 버전의 허브는 원본을 그때와 다르게 읽습니다. 아무것도 넣지 않았습니다. ${what.join("; ")}`,
      en: `This version of the hub reads the originals differently than they were published. Nothing was restored. ${what.join("; ")}`,
    },
    {
      ko: `이 보관 파일을 쓴 버전(${version})으로 넣은 뒤 업그레이드하거나, 지금 읽히는 대로 받아들이려면 --accept-differences를 붙이십시오.`,
      en: `Restore with the version that wrote the archive (${version}) and upgrade then, or add --accept-differences to accept what is read today.`,
    },
  );
