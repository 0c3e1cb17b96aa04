import { ContactRole } from "../../../../schema/subjects/report/report-kinds.ts";
import type { FindingDraft } from "../../../draft-finding.ts";
import { misprintFinding } from "../checks/name-variants.ts";
import type { ContactLabel } from "../form/form-edition.ts";
import type { FormWords } from "../form/form-words.ts";
import type { Leftover } from "../place/placed-form.ts";
import type { ContactDraft, SourceLocation } from "../report-draft.ts";
import type { ContactToken } from "./contact-tokens.ts";

const surnamesOfTwo = /^(남궁|황보|제갈|사공|선우|서문|독고|동방|망절)/;
const mask = /^[○◯●*Xx]+$/;
const name = /^[가-힣A-Za-z][가-힣A-Za-z○◯●*]*$/;

/** 윤 of 윤, 윤○○ and 윤보선; 남궁 of 남궁민. */
const familyNameOf = (full: string): string =>
  surnamesOfTwo.exec(full)?.[0] ?? (/^[가-힣]/.test(full) ? full.slice(0, 1) : full);

/** Assigns departments, names and numbers to the labels before them. What finds no label is left over. */
export class ContactAssignment {
  department: { name: string; origin: SourceLocation } | null = null;
  readonly contacts: ContactDraft[] = [];
  /** What the header has a label for, with or without a name. */
  readonly labels = new Set<ContactLabel>();
  readonly findings: FindingDraft[] = [];
  readonly leftovers: Leftover[] = [];
  readonly #words: FormWords;
  #names: (ContactDraft | null)[] = [];
  #extensions: (ContactDraft | null)[] = [];
  #previous: ContactToken | undefined;
  /** Whether somebody who has no place on the form may own one of the numbers. */
  #hasOtherRole = false;

  constructor(words: FormWords) {
    this.#words = words;
  }

  /** Forgets the labels that still wait: what stands in another table is not theirs. */
  endBlock(): void {
    this.#names = [];
    this.#extensions = [];
    this.#previous = undefined;
    this.#hasOtherRole = false;
  }

  /** The contacts with a name or a number. Of two that differ in one role nobody knows the right one: both are left over. */
  settle(): ContactDraft[] {
    const named = this.contacts.filter(({ familyName, extension }) => familyName || extension);
    const shown = ({ role, familyName, extension }: ContactDraft) => `${role} ${familyName} ${extension}`;
    const distinct = [...new Map(named.map((contact) => [shown(contact), contact])).values()];
    return distinct.filter((contact) => {
      const isOnly = distinct.filter(({ role }) => role === contact.role).length === 1;
      if (!isOnly) this.leftovers.push(contact.origin);
      return isOnly;
    });
  }

  /** Whether a label still waits for a name or a number. */
  get isWaiting(): boolean {
    return this.#names.length > 0 || this.#extensions.length > 0;
  }

  read(tokens: ContactToken[]): void {
    for (const token of tokens) {
      if (token.type === "LABEL") this.#label(token);
      else if (token.type === "BLANK") this.#blank();
      else if (token.type === "NUMBERS")
        for (const number of token.numbers)
          this.#giveExtension(this.#nextExtension(token.numbers), number, token);
      else this.#giveWords(token);
      this.#previous = token;
    }
  }

  /** A contact with its role; null for a role that the form does not have. */
  begin(role: ContactRole | null, origin: SourceLocation): ContactDraft | null {
    if (role) this.labels.add(role);
    const contact = role && { role, familyName: "", extension: "", origin };
    if (contact) this.contacts.push(contact);
    return contact;
  }

  setDepartment(text: string, origin: SourceLocation, isEscaped = false): void {
    if (this.department?.name === text) return;
    const areLabels = !isEscaped && text.split(/\s+/).every((word) => this.#words.contact(word));
    if (this.department || areLabels) this.leftovers.push({ ...origin, quote: text });
    else this.department = { name: text, origin };
  }

  giveName(contact: ContactDraft | null | undefined, text: string, origin: SourceLocation): void {
    if (!contact || contact.familyName || !name.test(text) || this.#words.contact(text)?.misprintOf === null)
      this.leftovers.push({ ...origin, quote: text });
    else Object.assign(contact, { familyName: familyNameOf(text), origin });
  }

  #label({ label, misprintOf, origin }: ContactToken & { type: "LABEL" }): void {
    this.labels.add(label);
    if (misprintOf) this.findings.push(misprintFinding(origin, origin.quote, misprintOf));
    if (label === ContactRole.DIVISION_HEAD || label === ContactRole.TEAM_HEAD || label === "OTHER_ROLE") {
      const contact = this.begin(label === "OTHER_ROLE" ? null : label, origin);
      this.#names.push(contact);
      if (contact) this.#extensions.push(contact);
      else this.#hasOtherRole = true;
    }
  }

  #blank(): void {
    if (this.#previous?.type !== "LABEL") return;
    const { label } = this.#previous;
    if (label !== "DEPARTMENT") (label === "EXTENSION" ? this.#extensions : this.#names).shift();
  }

  #giveWords({ text, origin, isEscaped }: ContactToken & { type: "WORDS" }): void {
    if (this.#previous?.type === "LABEL" && this.#previous.label === "DEPARTMENT") {
      this.setDepartment(text, origin, isEscaped);
      return;
    }
    for (const one of namesIn(text, this.#names.length)) {
      // A repeated merged cell repeats the department.
      if (one === this.department?.name) continue;
      this.giveName(this.#names.shift(), one, origin);
    }
  }

  /** Who the next number belongs to: the first who waits, if nobody else may. */
  #nextExtension(numbers: string[]): ContactDraft | null | undefined {
    const isUnclear = this.#hasOtherRole && (this.#extensions.length > 1 || numbers.length > 1);
    return isUnclear ? null : this.#extensions.shift();
  }

  #giveExtension(contact: ContactDraft | null | undefined, number: string, { origin }: ContactToken): void {
    if (!contact) {
      this.leftovers.push({ ...origin, quote: number });
      return;
    }
    contact.extension = number;
    if (contact.familyName === "") contact.origin = origin;
  }
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
  return waiting === 1 && names.every((one) => one.length === 1) ? [names.join("")] : names;
}
