/** The values of an SQL statement while its text is put together. */
export class Parameters {
  readonly values: unknown[] = [];

  /**
   * Adds a value and returns its placeholder: $1, $2, … Whole numbers are written into the text: PostgreSQL then plans
   * for them, and keeps the plan of a statement without parameters.
   */
  add(value: unknown): string {
    if (Number.isSafeInteger(value)) return `(${value})`;
    if (Array.isArray(value) && value.every(Number.isSafeInteger)) return `'{${value.join()}}'`;
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** ` AND column = ANY($n)`, or nothing without the filter. */
  anyOf(column: string, type: string, values: readonly unknown[] | null | undefined): string {
    return values ? ` AND ${column} = ANY(${this.add(values)}::${type}[])` : "";
  }
}
