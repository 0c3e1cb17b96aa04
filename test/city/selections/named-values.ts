import { getVariableValues, Kind, type OperationDefinitionNode, parse } from "graphql";
import { buildSchema } from "../../../schema/build-schema.ts";
import { fragmentsOf } from "../../../schema/sql/fragment-definitions.ts";
import { type SelectedField, selectedFields } from "../../../schema/sql/selection.ts";
import { unknownFilters } from "../known-values.ts";
import { placesAsOf, type World } from "../model/place.ts";

const built = buildSchema();

/** The root fields that a query selects. */
export async function rootFields(source: string, variables: object): Promise<SelectedField[]> {
  const schema = await built;
  const document = parse(source);
  const { selectionSet, variableDefinitions = [] } = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )!;
  const { coerced = {} } = getVariableValues(schema, variableDefinitions, { ...variables });
  const context = { fragments: fragmentsOf(document), variableValues: coerced };
  return selectedFields(schema.getQueryType()!, [selectionSet], context);
}

/** Whether any root field names a municipality that there never was, or what none of its municipalities ever had. */
export const namesUnknown = (world: World, fields: readonly SelectedField[]): boolean =>
  fields.some((field) => {
    const codes = municipalitiesOf(field, world);
    if (codes.some((code) => !world.some((one) => one.code === code))) return true;
    const { asOf } = field.arguments;
    const then = asOf instanceof Date ? asOf.toISOString() : null;
    const places = placesAsOf(world, codes, then).map(({ code }) => code);
    const releases = world.filter(({ code }) => places.includes(code)).flatMap((one) => one.releases);
    return places.length > 0 && namesUnknownValue(field, releases);
  });

function municipalitiesOf({ name, arguments: values }: SelectedField, world: World): string[] {
  const where = values.where as { municipality?: string[] | null } | null | undefined;
  if (name === "municipalities") return world.map(({ code }) => code);
  if (name === "municipality") return [String(values.code ?? "1")];
  if (where?.municipality) return where.municipality;
  if (values.municipality) return [String(values.municipality)];
  return name === "releases" ? world.map(({ code }) => code) : ["1"];
}

function namesUnknownValue(
  field: SelectedField,
  releases: Parameters<typeof unknownFilters>[0],
  query: string | null = field.name,
): boolean {
  const { where, code, ...others } = field.arguments as Record<string, unknown>;
  const ofCode = field.name === "pledge" ? { pledge: code } : {};
  const named = { ...(where as object | undefined), ...others, ...ofCode };
  return (
    unknownFilters(releases, named, query).length > 0 ||
    field.fields.some((below) => namesUnknownValue(below, releases, null))
  );
}
