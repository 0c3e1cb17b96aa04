import { HubError } from "./hub-error.ts";

/** Codes of the system and of PostgreSQL for a server that is not there, is starting or stopping, or takes no more connections. */
const codes =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08...|57P0[1-5]|53300|25P0[34])$/;
/** Words of the driver, which gives these errors no code. */
const words =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|not queryable|already released|Driver not Connected|Client was closed/;
/** The server takes no writes: it is a standby, or set to be read-only. */
const readOnly = "25006";
/** A statement or a lock took longer than the server's time limits allow. */
const timeLimits = /^(57014|55P03)$/;
/** The disk or another resource of the server is full, or a limit such as temp_file_limit is reached. */
const resourcesExhausted = /^53[124]00$/;

/** Seconds after which a client may try again. */
export const retryAfterSeconds = 5;

/** Whether an error means that PostgreSQL takes no writes. */
export const isReadOnly = (error: unknown): boolean => databaseUnavailable(error) === cannotWrite;

/** Whether an error means that the connection to PostgreSQL is lost or cannot be made. */
export const isConnectionLost = (error: unknown): boolean => databaseUnavailable(error) === unavailable;

/** DATABASE_UNAVAILABLE if an error means that PostgreSQL cannot be reached or cannot do this now; null for any other. */
export function databaseUnavailable(error: unknown): HubError | null {
  for (let cause = error as Failure | null | undefined; cause; cause = innerOf(cause)) {
    const { code, message } = cause;
    if (code === readOnly) return cannotWrite;
    if (typeof code === "string" && timeLimits.test(code)) return tooSlow;
    if (typeof code === "string" && resourcesExhausted.test(code)) return noRoom;
    if ((typeof code === "string" && codes.test(code)) || words.test(String(message))) return unavailable;
  }
  return null;
}

/** The parts of an error that say what happened; any may be missing. */
interface Failure {
  code?: unknown;
  message?: unknown;
  driverError?: Failure;
  errors?: Failure[];
  cause?: Failure;
}

/** The error inside of one that wraps it: TypeORM's driverError, an AggregateError's first, or the cause. */
const innerOf = ({ driverError, errors, cause }: Failure): Failure | undefined =>
  driverError ?? errors?.[0] ?? cause;

const again = {
  ko: "허브가 스스로 다시 연결합니다. 잠시 뒤 다시 시도하고, 계속되면 데이터베이스 관리자에게 알려 주십시오.",
  en: "The hub reconnects by itself. Try again in a moment; if it happens again, contact the administrator of the database.",
};

const unavailable = new HubError(
  "DATABASE_UNAVAILABLE",
  { ko: "데이터베이스에 연결할 수 없습니다.", en: "The database cannot be reached." },
  again,
);

const cannotWrite = new HubError(
  "DATABASE_UNAVAILABLE",
  {
    ko: "데이터베이스가 읽기 전용이라 저장할 수 없습니다.",
    en: "The database is read-only, so nothing can be stored.",
  },
  {
    ko: "주 데이터베이스에 연결된 허브에서 하거나, 읽기 전용 설정이 풀린 뒤 다시 하십시오.",
    en: "Use a hub that is connected to the primary database, or try again once it accepts writes.",
  },
);

const tooSlow = new HubError(
  "DATABASE_UNAVAILABLE",
  {
    ko: "데이터베이스가 제한 시간 안에 답하지 못했습니다.",
    en: "The database did not answer within its time limit.",
  },
  {
    ko: "잠시 뒤 다시 시도하고, 계속되면 데이터베이스 관리자에게 부하와 잠금, statement_timeout을 확인해 달라고 하십시오. 바뀐 것은 없습니다.",
    en: "Try again in a moment. If it happens again, ask the administrator of the database to check load, locks and statement_timeout. Nothing was changed.",
  },
);

const noRoom = new HubError(
  "DATABASE_UNAVAILABLE",
  {
    ko: "데이터베이스의 디스크나 메모리가 부족합니다.",
    en: "The database has run out of disk space or memory.",
  },
  {
    ko: "데이터베이스 서버의 공간을 확보한 뒤 다시 하십시오. 바뀐 것은 없습니다.",
    en: "Free space on the database server and try again. Nothing was changed.",
  },
);
