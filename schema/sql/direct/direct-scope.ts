import type { KnownAt } from "../../core/context.ts";
import type { Parameters } from "../parameters.ts";

/** What the fields of the rows of one list share while their SQL is put together. */
export class DirectScope {
  readonly parameters: Parameters;
  /** What stands behind the rows in FROM. */
  readonly joins: string[] = [];
  private readonly knownAt: KnownAt;
  private readonly shared: { time?: string; aliases: number };

  constructor(parameters: Parameters, knownAt: KnownAt, shared = { aliases: 0 }) {
    this.parameters = parameters;
    this.knownAt = knownAt;
    this.shared = shared;
  }

  /** SQL of the number of the release; a parameter from when something needs it: PostgreSQL takes none unused. */
  get time(): string {
    this.shared.time ??= `${this.parameters.add(this.knownAt)}::integer`;
    return this.shared.time;
  }

  /** Joins something to the rows and gives its alias, which is nobody else's. */
  join(join: (alias: string) => string): string {
    const alias = `joined_${this.shared.aliases++}`;
    this.joins.push(join(alias));
    return alias;
  }

  /** The scope of a list within the rows. */
  ofList(): DirectScope {
    return new DirectScope(this.parameters, this.knownAt, this.shared);
  }
}
