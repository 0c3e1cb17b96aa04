import type { FormattedExecutionResult } from "graphql";
import { assertAnswerSize, maxAnswerBytes } from "../../schema/core/answer-size.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { badRequest } from "./check-operation.ts";

/** Writes an answer by `stringify`; Apollo Server reports the error that it throws for one that is too large. */
export const boundedAnswer =
  (stringify: (result: FormattedExecutionResult) => string) =>
  (result: FormattedExecutionResult): string => {
    const text = stringify(result);
    // Counting bytes takes a while; no character of JavaScript has more than three.
    if (text.length * 3 <= maxAnswerBytes) return text;
    try {
      assertAnswerSize(Buffer.byteLength(text));
    } catch (error) {
      throw error instanceof HubError ? badRequest(error) : error;
    }
    return text;
  };
