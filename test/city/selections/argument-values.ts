import fc from "fast-check";
import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import {
  courseCodes,
  days,
  departments,
  months,
  outletCodes,
  pledgeCodes,
  quarters,
  years,
} from "../city.ts";
import { monthText } from "../model/periods.ts";
import { quarterText } from "../slow-sums.ts";
import { publishedAt } from "../store-city.ts";

/** Stands for a cursor of a release, or of the newest that may stand there, behind so many rows. */
export interface CursorValue {
  release: number;
  offset: number;
}

const unknownCode = "9";
const suppliers = ["1", "2", "3", "4"];
const municipalities = ["1", "2"];

/** Values of scalar arguments and filters by name: those that cities have, and unknown ones. */
const valuesByName: Record<string, readonly unknown[]> = {
  asOf: ["2025-12-31T23:59:59.999Z", ...[1, 2, 3].map(publishedAt)],
  businessNumber: [...suppliers, unknownCode],
  certifiedOn: days,
  course: [...courseCodes, unknownCode],
  department: [...departments, "없는 과"],
  first: [0, 1, 2, 3, 1000],
  hasState: [true, false],
  isGrant: [true, false],
  month: [...months.map(monthText), "1999-12"],
  municipality: [...municipalities, ...municipalities, unknownCode],
  outlet: [...outletCodes, unknownCode],
  pledge: [...pledgeCodes, unknownCode],
  quarter: [...quarters.map(quarterText), "1999-Q4"],
  search: ["1-", "길", "1-1 ", "", "없는 글"],
  year: [...years, 1999, -1],
};

/** Codes of what a query is about. */
const codes: Record<string, readonly string[]> = {
  municipality: [...municipalities, unknownCode],
  pledge: [...pledgeCodes, unknownCode],
};

/** Values of an argument, or of a filter in it, of a field. Throws for one that nothing is known of. */
export function valuesOf(field: string, name: string, type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return present(field, name, type.ofType);
  return fc.option(present(field, name, type), { freq: 6 });
}

function present(field: string, name: string, type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isListType(type)) return fc.array(valuesOf(field, name, type.ofType), { maxLength: 3 });
  if (name === "after") {
    return fc.record<CursorValue>({
      release: fc.integer({ min: 1, max: 3 }),
      offset: fc.integer({ min: 0, max: 3 }),
    });
  }
  const named = getNamedType(type);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map((value) => value.name));
  if (isInputObjectType(named)) {
    const filters = Object.values(named.getFields()).map(
      (filter) => [filter.name, valuesOf(field, filter.name, filter.type)] as const,
    );
    return fc.record(Object.fromEntries(filters), { requiredKeys: [] }).chain(fewFilters);
  }
  const values = name === "code" ? codes[field] : valuesByName[name];
  if (!values) throw new Error(`No values are known for ${field}(${name}): add some to argument-values.ts.`);
  return fc.constantFrom(...values);
}

/** At most two of the filters: more seldom leave anything. */
const fewFilters = (filters: Record<string, unknown>): fc.Arbitrary<object> =>
  fc
    .shuffledSubarray(Object.entries(filters), { maxLength: Math.min(2, Object.keys(filters).length) })
    .map((kept) => Object.fromEntries(kept));
