import type { OperationDefinitionNode } from "graphql";
import type { HubContext, KnownAt } from "../../core/context.ts";
import type { DirectStatement } from "./direct-query.ts";
import type { Selected } from "./selected.ts";

/** For so many values of its variables a question is remembered. */
const mostVariables = 100;

/**
 * What a server remembers: the newest release, so that a question need not first ask for it (the statement that
 * answers tells whether it still is), and the statements of questions, as dashboards ask the same again.
 */
export class Remembered {
  private release: KnownAt | null = null;
  private readonly questions = new WeakMap<OperationDefinitionNode, Map<string, readonly Selected[]>>();
  private readonly statements = new WeakMap<Selected, { knownAt: KnownAt; statement: DirectStatement }>();

  /** The number of what was the newest release when somebody last looked. */
  async newest(context: HubContext): Promise<KnownAt> {
    this.release ??= await context.knownAt();
    return this.release;
  }

  /** Takes note of the newest release. */
  isNewest(release: KnownAt): void {
    this.release = Math.max(release, this.release ?? 0);
  }

  /** What a question selects with these variables. */
  selected(
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    select: () => readonly Selected[] | null,
  ): readonly Selected[] | null {
    const key = JSON.stringify(variables);
    const known = this.questions.get(operation);
    const same = known?.get(key);
    if (same) return same;
    const selected = select();
    if (!selected) return null;
    if (known && known.size < mostVariables) known.set(key, selected);
    else this.questions.set(operation, new Map([[key, selected]]));
    return selected;
  }

  /** The statement that answers a field of a question at a release. */
  async statement(
    field: Selected,
    knownAt: KnownAt,
    make: () => Promise<DirectStatement>,
  ): Promise<DirectStatement> {
    const known = this.statements.get(field);
    if (known?.knownAt === knownAt) return known.statement;
    const statement = await make();
    this.statements.set(field, { knownAt, statement });
    return statement;
  }
}
