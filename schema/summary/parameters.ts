/** The values of an SQL statement while its text is put together. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Takes a value and gives the text that stands for it: $1, $2, … */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** ` AND column = ANY($n)`, or nothing where the filter is left out. */
  anyOf(column: string, type: string, values: readonly unknown[] | null | undefined): string {
    return values ? ` AND ${column} = ANY(${this.add(values)}::${type}[])` : "";
  }
}
