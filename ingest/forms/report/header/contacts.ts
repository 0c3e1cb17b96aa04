import { ContactRole } from "../../../../schema/subjects/report/report-kinds.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { misprintFinding } from "../checks/name-variants.ts";
import type { Fragment } from "../layout/fragments.ts";
import type { Line } from "../layout/lines-and-cells.ts";
import type { ContactDraft, SourceLocation } from "../report-draft.ts";
import { type ContactToken, contactTokens, transposedAt } from "./contact-tokens.ts";

/** The contacts of the header; `unread` is the remaining text of their lines. */
export interface Contacts {
  department: { name: string; origin: SourceLocation } | null;
  contacts: ContactDraft[];
  findings: FindingDraft[];
  unread: Fragment[];
}

const surnamesOfTwo = /^(남궁|황보|제갈|사공|선우|서문|독고|동방|망절)/;
const mask = /^[○◯●*Xx]+$/;

/** 윤 of 윤, 윤○○ and 윤보선; 남궁 of 남궁민. */
const familyNameOf = (name: string): string =>
  surnamesOfTwo.exec(name)?.[0] ?? (/^[가-힣]/.test(name) ? name.slice(0, 1) : name);

/** Reads department, 과장 and 팀장 with their extensions, in any arrangement of cells. */
export function readContacts(lines: Line[]): Contacts {
  const read: Contacts = { department: null, contacts: [], findings: lines.flatMap(transposed), unread: [] };
  const waiting = { name: [] as ContactDraft[], extension: [] as ContactDraft[] };
  let inDepartment = false;
  let previous: ContactToken | undefined;
  for (const token of lines.flatMap(contactTokens)) {
    if (token.type === "LABEL") {
      if (token.misprintOf)
        read.findings.push(misprintFinding(placeOf(token), token.quote, token.misprintOf));
      inDepartment = token.label === "DEPARTMENT";
      if (token.label === ContactRole.DIVISION_HEAD || token.label === ContactRole.TEAM_HEAD)
        waitFor(read, waiting, token, token.label);
    } else if (token.type === "BLANK") {
      if (previous?.type === "LABEL" && !inDepartment)
        (previous.label === "EXTENSION" ? waiting.extension : waiting.name).shift();
    } else if (token.type === "NUMBERS") {
      for (const number of token.numbers) give(waiting.extension, "extension", number, token, read);
    } else if (inDepartment) {
      const { name, origin } = read.department ?? { name: "", origin: originOf(token) };
      read.department = { name: `${name} ${token.text}`.trim(), origin };
    } else {
      for (const name of namesIn(token.text, waiting.name.length))
        give(waiting.name, "familyName", name, token, read);
    }
    previous = token;
  }
  read.contacts = read.contacts.filter(({ familyName, extension }) => familyName || extension);
  return read;
}

function waitFor(
  read: Contacts,
  waiting: { name: ContactDraft[]; extension: ContactDraft[] },
  token: ContactToken,
  role: ContactRole,
): void {
  const contact: ContactDraft = { role, familyName: "", extension: "", origin: originOf(token) };
  read.contacts.push(contact);
  waiting.name.push(contact);
  waiting.extension.push(contact);
}

/** Assigns a name or number to the first contact still without one; without such a contact it is unread. */
function give(
  waiting: ContactDraft[],
  field: "familyName" | "extension",
  value: string,
  token: ContactToken,
  read: Contacts,
): void {
  const contact = waiting.shift();
  if (!contact) {
    read.unread.push({ line: token.line.number, column: token.column, raw: value, apart: true });
    return;
  }
  contact[field] = field === "familyName" ? familyNameOf(value) : value;
  if (field === "familyName" || contact.familyName === "") contact.origin = originOf(token);
}

/**
 * The names in a text, given how many contacts are `waiting` for one: 윤 최 are two names for two, 홍 길 동 is one
 * for one; ○○ belongs to the preceding name.
 */
function namesIn(text: string, waiting: number): string[] {
  const names: string[] = [];
  for (const word of text.split(/[\s,/]+/)) {
    if (mask.test(word) && names.length > 0) names.push(names.pop() + word);
    else names.push(word);
  }
  if (waiting === 0) return [text];
  return waiting === 1 && names.every((name) => name.length === 1) ? [names.join("")] : names;
}

const placeOf = ({ line, column, quote }: ContactToken) => ({ line: line.number, column, quote });
const originOf = (token: ContactToken): SourceLocation => placeOf(token);

function transposed(line: Line): FindingDraft[] {
  const at = transposedAt(line);
  if (!at) return [];
  const cells = line.text.split("\t");
  const quote = cells.slice(at.index).join("\t").trimEnd();
  return [
    draftFinding(
      "CELLS_TRANSPOSED",
      { line: line.number, column: at.index + 1, quote },
      `연락처 칸이 열이 아니라 행 순서로 적혀 있어(${quote.replace(/\t+/g, " | ")}) 과장·팀장과 번호를 차례로 짝지었습니다. 원문과 맞는지 확인하십시오.`,
      `The contact cells are arranged by row instead of by column (${quote.replace(/\t+/g, " | ")}); names and extensions were paired in order. Compare them with the original.`,
    ),
  ];
}
