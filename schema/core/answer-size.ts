import { HubError } from "./hub-error.ts";

/** Maximum size of one answer, in bytes. */
export const maxAnswerBytes = 32 * 1024 * 1024;

/** Throws the HubError ANSWER_TOO_LARGE if an answer of at least so many bytes is too large. */
export function assertAnswerSize(bytes: number): void {
  if (bytes <= maxAnswerBytes) return;
  const megabytes = (size: number) => Math.ceil(size / 1024 / 1024);
  throw new HubError(
    "ANSWER_TOO_LARGE",
    {
      ko: `답이 ${megabytes(bytes)}MB로, 한도 ${megabytes(maxAnswerBytes)}MB를 넘습니다.`,
      en: `The answer has ${megabytes(bytes)} MB; the limit is ${megabytes(maxAnswerBytes)} MB.`,
    },
    {
      ko: "first를 줄이고 after로 이어서 묻거나, 필요한 필드만 남기십시오.",
      en: "Use a smaller first and continue with after, or select only the fields that you need.",
    },
  );
}
