import type { SelectedField } from "./selection.ts";

/** The answers of the root fields of one request, for all of its queries: panels of a board ask the same of their city. */
export class SharedAnswers<Answer> {
  private readonly answers = new Map<string, Promise<Answer>>();

  /** The answer to an equal field, or what `ask` gives, for the equal fields that follow. */
  of(field: SelectedField, ask: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify(contentsOf(field));
    const answer = this.answers.get(key) ?? ask();
    this.answers.set(key, answer);
    return answer;
  }
}

/** What the answer of a field depends on: not the key that it has in its query. */
const contentsOf = ({ name, arguments: values, fields }: SelectedField): unknown => [
  name,
  values,
  fields.map((field) => [field.key, contentsOf(field)]),
];
