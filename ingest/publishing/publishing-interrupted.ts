import type { QueryRunner } from "typeorm";
import { isConnectionLost } from "../../schema/core/database-unavailable.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import type { Localized } from "../../schema/core/localized.ts";

const remedies: Record<"IMPORT" | "RETRACTION", Localized> = {
  IMPORT: {
    ko: "데이터베이스가 켜져 있는지 확인하고 같은 파일을 다시 가져오십시오. 이미 공표된 내용은 바뀌지 않습니다.",
    en: "Check that the database is running and import the same files again. What is published already will not change.",
  },
  RETRACTION: {
    ko: "데이터베이스가 켜져 있는지 확인하고 다시 거두십시오. 이미 거두어졌으면 그 키가 없다고 답합니다.",
    en: "Check that the database is running and retract the row again. If it is retracted already, the key will not be found.",
  },
};

/** DATABASE_UNAVAILABLE for a release. If the connection was lost during the commit, nobody knows whether that was done. */
export const publishingInterrupted = (what: keyof typeof remedies, isCommitting: boolean): HubError =>
  new HubError(
    "DATABASE_UNAVAILABLE",
    isCommitting
      ? {
          ko: "공표를 마치는 순간 데이터베이스와의 연결이 끊겨, 공표되었는지 알 수 없습니다.",
          en: "The connection to the database was lost at the moment of publishing; whether it was done is not known.",
        }
      : {
          ko: "공표하기 전에 데이터베이스와의 연결이 끊겼습니다. 아무것도 공표하지 않았습니다.",
          en: "The connection to the database was lost before publishing. Nothing was published.",
        },
    remedies[what],
  );

/** Rolls back what is not committed, and gives the connection back; where that is lost, nothing is left to do. */
export async function abandon(query: QueryRunner): Promise<void> {
  if (query.isTransactionActive && !query.isReleased) await query.rollbackTransaction().catch(ignoreLost);
  await query.release();
}

function ignoreLost(error: unknown): void {
  if (!isConnectionLost(error)) throw error;
}
