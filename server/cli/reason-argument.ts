import { InvalidArgumentError } from "commander";
import { textArgument } from "./text-argument.ts";

/** Parser of a command-line reason: not blank. */
export function reasonArgument(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("사유를 쓰십시오. / Give a reason.");
  return textArgument(text).trim();
}
