import { HubError } from "../../schema/core/hub-error.ts";

/** PostgreSQL's and the system's codes for a connection that ended or cannot be made. */
const codes = /^(?:08\w{3}|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;
/** What the driver says when it has no code. */
const messages = /Connection terminated|not queryable|already released|timeout expired|ended before/i;

/** Whether an error of a statement means that the connection to the database is lost. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  return codes.test(String(code)) || messages.test(error.message);
}

/** DATABASE_UNAVAILABLE for an import. If it was lost during the commit, nobody knows whether that was done. */
export const databaseUnavailable = (isCommitting: boolean): HubError =>
  new HubError(
    "DATABASE_UNAVAILABLE",
    isCommitting
      ? {
          ko: "공표를 마치는 순간 데이터베이스와의 연결이 끊겨, 공표되었는지 알 수 없습니다.",
          en: "The connection to the database was lost at the moment of publishing; whether it was done is not known.",
        }
      : {
          ko: "가져오는 동안 데이터베이스와의 연결이 끊겼습니다. 아무것도 공표하지 않았습니다.",
          en: "The connection to the database was lost during the import. Nothing was published.",
        },
    {
      ko: "데이터베이스가 켜져 있는지 확인하고 같은 파일을 다시 가져오십시오. 이미 공표된 내용은 바뀌지 않습니다.",
      en: "Check that the database is running and import the same files again. What is published already will not change.",
    },
  );
