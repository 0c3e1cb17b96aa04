import { broadQuestions } from "./broad-questions.ts";
import { narrowQuestions } from "./narrow-questions.ts";
import type { Question } from "./question.ts";

/** The questions that speed is measured by. */
export const questions: Question[] = [...narrowQuestions, ...broadQuestions];
