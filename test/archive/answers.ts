import { readdirSync, readFileSync } from "node:fs";
import { type FieldNode, type GraphQLSchema, Kind, parse, print, visit } from "graphql";
import type { DataSource } from "typeorm";
import { HubContext } from "../../schema/core/context.ts";
import { answerTo } from "../../server/cli/ask-database.ts";

/** What the cases leave out: how every release came about, and what it changed. */
const provenance = (municipality: string) => `{
  releases(municipality: "${municipality}", first: 100) { nodes { number publishedAt reason municipality { name synthetic }
    documents { name sha256 encoding byteCount lineCount sheets mappings { name }
      findings { code severity sheet line column quote message } lines(first: 20) { text } } } }
  changes(where: { municipality: ["${municipality}"] }, first: 100) { nodes { subject key measure before after
    beforeText afterText reason release { number } citation { line column quote } } }
}`;

/** Every question of the contract with its variables. */
function questions(): [query: string, variables: Record<string, unknown>][] {
  const cases = ["test/contract/cases", "test/contract/tables/cases"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"))),
  );
  return [
    ...cases.map(({ query, variables }): [string, Record<string, unknown>] => {
      const { asOf: _, ...others } = variables;
      return [readFileSync(`test/contract/cases/${query}`, "utf8"), others];
    }),
    ...["41280", "99990", "99993"].map((code): [string, object] => [provenance(code), {}]),
  ] as [string, Record<string, unknown>][];
}

/** Gives each root field that can look back the argument asOf. */
const at = (schema: GraphQLSchema, query: string, moment: string | null): string =>
  print(
    visit(parse(query), {
      OperationDefinition: (operation) => ({
        ...operation,
        selectionSet: {
          ...operation.selectionSet,
          selections: operation.selectionSet.selections.map((field) =>
            field.kind === Kind.FIELD && moment !== null ? lookingBack(schema, field, moment) : field,
          ),
        },
      }),
    }),
  );

function lookingBack(schema: GraphQLSchema, field: FieldNode, moment: string): FieldNode {
  const known = schema.getQueryType()!.getFields()[field.name.value]!;
  if (!known.args.some(({ name }) => name === "asOf")) return field;
  const others = field.arguments?.filter(({ name }) => name.value !== "asOf") ?? [];
  const name = { kind: Kind.NAME, value: "asOf" } as const;
  return {
    ...field,
    arguments: [...others, { kind: Kind.ARGUMENT, name, value: { kind: Kind.STRING, value: moment } }],
  };
}

/** A moment at which a municipality has a new release; of all municipalities, now. */
export interface Moment {
  at: string | null;
  municipality: string | null;
}

/** The answers of a database to every question about a municipality at each of its moments, an error as its message. */
export async function answersAt(
  database: DataSource,
  schema: GraphQLSchema,
  moments: readonly Moment[],
): Promise<unknown[]> {
  const answers: unknown[] = [];
  const all = questions();
  for (const { at: moment, municipality } of moments)
    for (const [query, variables] of all.filter((one) => JSON.stringify(one).includes(municipality ?? "")))
      answers.push(
        await answerTo(new HubContext(database, "41280"), at(schema, query, moment), variables).catch(
          (error: Error) => error.message,
        ),
      );
  return answers;
}
