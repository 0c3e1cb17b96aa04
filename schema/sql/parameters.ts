/** The values of an SQL statement while its text is put together. */
export class Parameters {
  readonly values: unknown[] = [];

  /**
   * Takes a value and gives the text that stands for it: $1, $2, … Whole numbers stand for themselves: PostgreSQL
   * then plans for them, and keeps the plan of a statement without parameters.
   */
  add(value: unknown): string {
    if (Number.isSafeInteger(value)) return `(${value})`;
    if (Array.isArray(value) && value.every(Number.isSafeInteger)) return `'{${value.join()}}'`;
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** ` AND column = ANY($n)`, or nothing where the filter is left out. */
  anyOf(column: string, type: string, values: readonly unknown[] | null | undefined): string {
    return values ? ` AND ${column} = ANY(${this.add(values)}::${type}[])` : "";
  }
}
