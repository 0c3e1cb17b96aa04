import { HubError } from "../../schema/core/hub-error.ts";
import { isSlipOf, nearest } from "../../schema/core/nearest.ts";
import {
  type Contents,
  chainsOf,
  type Leaf,
  type ListField,
  pathOfChain,
  type ValueKind,
} from "./table-plan.ts";

/** A column of the table of an answer. */
export interface AnswerColumn {
  /** Dotted path: of a row's own values below the row, of all others in the whole answer. */
  name: string;
  kind: ValueKind;
}

/** How an answer becomes a table: one row per element of the last list of the chain; one row if there is no list. */
export interface TableShape {
  /** Name of the operation; null without one. */
  name: string | null;
  columns: readonly AnswerColumn[];
  /** The values of the answer itself, the same in every row. */
  leaves: readonly Leaf[];
  chain: readonly ListField[];
  /** Dotted paths of the lists that are not in the table. */
  leftOut: readonly string[];
}

/** The table of an answer; `rows` is the dotted path of the list to take. Throws a HubError if there is none, or a choice of several. */
export function tableShape(name: string | null, contents: Contents, rows: string | null): TableShape {
  const chains = chainsOf(contents);
  const paths = chains.map(pathOfChain);
  if (rows === null && chains.length > 1) throw severalLists(paths);
  const at = rows === null ? 0 : paths.indexOf(rows);
  if (at < 0) throw listUnknown(rows ?? "", paths);
  const chain = chains[at] ?? [];
  const levels = chain.map(({ path, content }, depth) => {
    const isRow = depth === chain.length - 1;
    const prefix = isRow
      ? []
      : chain
          .slice(0, depth)
          .flatMap((list) => list.path)
          .concat(path);
    return columnsOf(content.leaves, prefix);
  });
  const columns = [...columnsOf(contents.leaves, []), ...levels.flat()];
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw sameColumn(twice);
  if (columns.length === 0) throw noColumns();
  const onTheWay = chain.map((_, depth) => pathOfChain(chain.slice(0, depth + 1)));
  return {
    name,
    columns,
    leaves: contents.leaves,
    chain,
    leftOut: paths.filter((path) => !onTheWay.includes(path)),
  };
}

const columnsOf = (leaves: readonly Leaf[], prefix: readonly string[]): AnswerColumn[] =>
  leaves.map(({ path, kind }) => ({ name: [...prefix, ...path].join("."), kind }));

const severalLists = (paths: readonly string[]): HubError =>
  new HubError(
    "TABLE_LISTS_SEVERAL",
    {
      ko: `답에 목록이 ${paths.length}개 있어 한 표로 만들 수 없습니다: ${paths.join(", ")}.`,
      en: `The answer has ${paths.length} lists, which do not make one table: ${paths.join(", ")}.`,
    },
    {
      ko: `행으로 쓸 목록을 주소에 rows=${paths[0]}처럼 고르거나, 다른 목록을 질의에서 빼십시오.`,
      en: `Choose the list whose elements become rows in the URL, such as rows=${paths[0]}, or remove the others from the query.`,
    },
  );

function listUnknown(rows: string, paths: readonly string[]): HubError {
  const near = nearest(rows, paths);
  const isSlip = near !== null && isSlipOf(rows, near);
  const known = paths.join(", ");
  return new HubError(
    "CHOICE_UNKNOWN",
    { ko: `답에 그런 목록이 없습니다: ‘${rows}’.`, en: `The answer has no list “${rows}”.` },
    known
      ? {
          ko: `${isSlip ? `가장 가까운 것은 ‘${near}’입니다. ` : ""}rows에 쓸 수 있는 값: ${known}.`,
          en: `${isSlip ? `The nearest is “${near}”. ` : ""}rows takes ${known}.`,
        }
      : {
          ko: "이 답에는 목록이 없으므로 rows를 빼십시오.",
          en: "This answer has no list; leave rows out.",
        },
  );
}

const sameColumn = (name: string): HubError =>
  new HubError(
    "TABLE_COLUMN_TWICE",
    { ko: `두 열의 이름이 같습니다: ${name}.`, en: `Two columns would be named ${name}.` },
    { ko: "질의에서 하나에 별칭을 붙이십시오.", en: "Give one of the fields an alias in the query." },
  );

const noColumns = (): HubError =>
  new HubError(
    "TABLE_COLUMNS_NONE",
    { ko: "답에 표로 만들 값이 없습니다.", en: "The answer has no values for a table." },
    { ko: "목록의 필드를 고르십시오.", en: "Select fields of the list." },
  );
