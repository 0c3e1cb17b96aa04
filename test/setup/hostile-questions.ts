import fc, { type Arbitrary } from "fast-check";
import {
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** A GraphQL request as a stranger could send it; `variables` may have any JSON. */
export interface HostileQuestion {
  query: string;
  variables: string;
}

/** Texts that break carelessly written programs. */
export const hostileTexts = [
  ...["", " ", "\t\n", "0", "-1", "null", "undefined", "NaN", "true", "[]", "{}", "1e999", "0x10", "1_000"],
  ...["'", '"', "\\", "`", "%", "_", "%_\\", "$1", "$$", "; --", "' OR 1=1 --", "\u0000", "\ud800", "\ufeff"],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "../../etc/passwd",
    "<script>alert(1)</script>",
  ],
  ...[
    "가".repeat(5_000),
    "😀",
    "e\u0301",
    "ﷺ",
    "\u202e",
    "İ",
    "ß",
    "9".repeat(400),
    "41280",
    "1-4-2",
    "2019-Q2",
  ],
  ...["0000-00-00", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "275760-09-13", "2025-02-30"],
  ...[
    "-infinity",
    "infinity",
    "now",
    "epoch",
    "4713-01-01 BC",
    "294276-12-31",
    "-000001-01-01",
    "+275760-09-13",
  ],
  ...["0000-01", "9999-12", "2025-13", "99999-01", "0000-Q1", "9999-Q4", "2025-Q5", "2025-Q0", "2025-q1"],
  ...["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "+275760-09-13T00:00:00Z"],
  ...["-000001-01-01T00:00:00Z", "2016-12-31T23:59:60Z", "2025-01-01T00:00:00+99:99", "1969-12-31T23:59:59Z"],
];

const numbers = ["0", "-0", "-1", "1", "2147483647", "-2147483648", "2147483648", "9007199254740993"];
const notNumbers = ["1.5", "1e999", "-1e999", "1e-999", "1e5"];
const oddValues = [
  "null",
  "true",
  "[]",
  "{}",
  "[null]",
  "[[[]]]",
  '{"__proto__":{"a":1}}',
  '{"a":{"b":[1]}}',
];

/** JSON of any value, fitting or not, for an argument of this type. */
function hostileValue(type: GraphQLInputType, depth = 3): Arbitrary<string> {
  const odd = fc.constantFrom(...oddValues, ...numbers, ...notNumbers, '"가"');
  if (isNonNullType(type)) return hostileValue(type.ofType, depth);
  if (isListType(type)) {
    const element = hostileValue(type.ofType, depth);
    const several = fc.array(element, { maxLength: 4 }).map((list) => `[${list.join(",")}]`);
    const repeated = fc
      .tuple(element, fc.constantFrom(100, 3_000))
      .map(([one, times]) => `[${Array(times).fill(one).join(",")}]`);
    return fc.oneof(
      { weight: 8, arbitrary: several },
      { weight: 1, arbitrary: repeated },
      { weight: 1, arbitrary: odd },
    );
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const some = fc
      .subarray(fields, { maxLength: depth > 0 ? Math.min(3, fields.length) : 0 })
      .chain((chosen) =>
        fc
          .tuple(...chosen.map((field) => hostileValue(field.type, depth - 1)))
          .map(
            (values) =>
              `{${values.map((value, at) => `${JSON.stringify(chosen[at]!.name)}:${value}`).join(",")}}`,
          ),
      );
    return fc.oneof({ weight: 9, arbitrary: some }, { weight: 1, arbitrary: odd });
  }
  const texts = fc.constantFrom(...hostileTexts).map((text) => JSON.stringify(text));
  const ofType = isEnumType(type)
    ? fc.constantFrom(...type.getValues().map(({ name }) => JSON.stringify(name)))
    : type.name === "Int"
      ? fc.constantFrom(...numbers)
      : texts;
  return fc.oneof(
    { weight: 8, arbitrary: ofType },
    { weight: 1, arbitrary: texts },
    { weight: 1, arbitrary: odd },
  );
}

/** A field with its arguments and a selection below. */
interface Selection {
  text: string;
  declarations: string[];
  values: string[];
}

/**
 * Questions drawn from a schema: any of its queries and mutations, any fields below, any arguments, with values that
 * fit, nearly fit or do not fit at all, as variables.
 */
export function hostileQuestions(schema: GraphQLSchema): Arbitrary<HostileQuestion> {
  const operation = (kind: "query" | "mutation", type: GraphQLObjectType) =>
    fieldOf(type, 3, kind).map(({ text, declarations, values }) => ({
      query: `${kind} ${declarations.length > 0 ? `(${declarations.join(", ")})` : ""} { ${text} }`,
      variables: `{${values.join(",")}}`,
    }));
  return fc.oneof(
    { weight: 9, arbitrary: operation("query", schema.getQueryType()!) },
    { weight: 1, arbitrary: operation("mutation", schema.getMutationType()!) },
  );
}

function fieldOf(type: GraphQLObjectType, depth: number, path: string): Arbitrary<Selection> {
  const fields = Object.values(type.getFields()).filter(
    (field) => depth > 0 || !isObjectType(getNamedType(field.type)),
  );
  if (fields.length === 0) return fc.constant({ text: "__typename", declarations: [], values: [] });
  return fc.constantFrom(...fields).chain((field) => {
    const named = getNamedType(field.type);
    const required = field.args.filter(
      ({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined,
    );
    const others = field.args.filter(
      (argument) => !required.includes(argument) && isInputType(argument.type),
    );
    const chosen = fc.subarray(others).map((some) => [...required, ...some]);
    const below: Arbitrary<Selection[]> = isObjectType(named)
      ? fc.tuple(...[0, 1, 2].map((at) => fieldOf(named, depth - 1, `${path}${at}`)))
      : fc.constant([]);
    return fc.tuple(chosen, below).chain(([args, selections]) =>
      fc.tuple(...args.map((argument) => hostileValue(argument.type))).map((values) => {
        const names = args.map((_, at) => `${path}_${field.name}_${at}`);
        const given = args.map((argument, at) => `${argument.name}: $${names[at]}`).join(", ");
        const inner = selections
          .map(({ text }, at) => (text === "__typename" ? text : `a${at}: ${text}`))
          .join(" ");
        return {
          text: `${field.name}${given && `(${given})`}${inner && ` { ${inner} }`}`,
          declarations: [
            ...args.map((argument, at) => `$${names[at]}: ${argument.type}`),
            ...selections.flatMap((one) => one.declarations),
          ],
          values: [
            ...values.map((value, at) => `"${names[at]}":${value}`),
            ...selections.flatMap((one) => one.values),
          ],
        };
      }),
    );
  });
}
