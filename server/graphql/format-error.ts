import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { databaseUnavailable } from "../../schema/core/database-unavailable.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { explainParserLimit } from "./limits.ts";

/** Reports an internal error, which the client can do nothing about. */
export type ReportFault = (error: unknown) => void;

/**
 * An error as the client sees it: always with `code`, `classification`, `ko`, `en` and `remedy`. An error that is neither a
 * HubError nor a mistake in the request is an internal error: it is reported, and its details are withheld from the client.
 */
export function formatErrorWith(reportFault: ReportFault) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const hubError = hubErrorOf(formatted, error, reportFault);
    return {
      message: hubError.message,
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
      extensions: {
        code: hubError.code,
        classification: classificationOf(hubError.code),
        ...hubError.text,
        remedy: hubError.remedy,
      },
    };
  };
}

/** Codes of errors that are not the client's. */
const failures = ["INTERNAL_SERVER_ERROR", "DATABASE_UNAVAILABLE", "QUERY_TIMEOUT", "REQUEST_CANCELLED"];

/**
 * The kind of an error in the words of graphql-java, for programs that do not know the hub's codes: whether to correct
 * the request, to send other credentials, or to try again.
 */
function classificationOf(code: string): "ValidationError" | "Unauthorized" | "DataFetchingException" {
  if (failures.includes(code)) return "DataFetchingException";
  return /^(TOKEN_|ROLE_)/.test(code) ? "Unauthorized" : "ValidationError";
}

function hubErrorOf(formatted: GraphQLFormattedError, error: unknown, reportFault: ReportFault): HubError {
  const cause = causeOf(error);
  if (cause instanceof HubError) return cause;
  const limit = error instanceof Error ? explainParserLimit(error) : null;
  if (limit) return limit;
  const mistake = mistakeIn(formatted);
  if (mistake) return mistake;
  if (isTimeout(cause)) return timedOut;
  const unavailable = databaseUnavailable(cause);
  if (unavailable) return unavailable;
  if ((cause as { name?: string } | null)?.name === "AbortError") return cancelled;
  reportFault(cause);
  return fault;
}

/** A HubError may be wrapped more than once: by a scalar, by the coercion of variables, by the executor. */
function causeOf(error: unknown): unknown {
  let cause = unwrapResolverError(error);
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** The error for a mistake in the request, in English with GraphQL's own message; null if it is something else. */
function mistakeIn({ message, locations, extensions }: GraphQLFormattedError): HubError | null {
  const place = locations?.[0];
  const where = place
    ? { ko: `${place.line}줄 ${place.column}칸: `, en: `Line ${place.line}, column ${place.column}: ` }
    : { ko: "", en: "" };
  const mistake = (ko: string, remedyKo: string, remedyEn: string) =>
    new HubError(
      String(extensions?.code),
      { ko: `${where.ko}${ko} ${message}`, en: `${where.en}${message}` },
      { ko: remedyKo, en: remedyEn },
    );
  switch (extensions?.code) {
    case "GRAPHQL_PARSE_FAILED":
      return mistake(
        "질의의 문법이 올바르지 않습니다.",
        "그 자리의 괄호와 쉼표를 살펴 고치십시오.",
        "Correct the syntax at that place.",
      );
    case "GRAPHQL_VALIDATION_FAILED":
      return mistake(
        "질의가 스키마와 맞지 않습니다.",
        "/graphql의 문서에서 이름과 인수를 확인하십시오.",
        "Check the names and arguments in the documentation at /graphql.",
      );
    case "BAD_USER_INPUT":
      return mistake(
        "변수의 값이 올바르지 않습니다.",
        "변수의 이름과 값을 고치십시오.",
        "Correct the name or value of the variable.",
      );
    case "BAD_REQUEST":
    case "PERSISTED_QUERY_NOT_FOUND":
    case "PERSISTED_QUERY_NOT_SUPPORTED":
      return mistake(
        "요청의 형식이 올바르지 않습니다.",
        'POST로 {"query": "…", "variables": {…}}를 application/json으로 보내십시오.',
        'POST {"query": "…", "variables": {…}} as application/json.',
      );
    default:
      return null;
  }
}

const isTimeout = (cause: unknown): boolean => (cause as { code?: string } | null)?.code === "57014";

const timedOut = new HubError(
  "QUERY_TIMEOUT",
  { ko: "답하는 데 너무 오래 걸려 멈추었습니다.", en: "The query took too long and was stopped." },
  { ko: "기간이나 키를 줄여 물으십시오.", en: "Use fewer keys or a shorter period." },
);

/** Nobody reads this message: the client has disconnected. */
const cancelled = new HubError(
  "REQUEST_CANCELLED",
  { ko: "물은 쪽이 떠나 멈추었습니다.", en: "The client disconnected, so the query was cancelled." },
  { ko: "다시 물으십시오.", en: "Send the query again." },
);

const fault = new HubError(
  "INTERNAL_SERVER_ERROR",
  { ko: "허브 안에서 오류가 났습니다.", en: "Something went wrong inside the hub." },
  {
    ko: "잠시 뒤 다시 묻고, 계속되면 허브 관리자에게 알려 주십시오. 자세한 것은 허브의 기록에 있습니다.",
    en: "Try again in a moment. If it happens again, contact the administrator of this hub; its log has the details.",
  },
);
