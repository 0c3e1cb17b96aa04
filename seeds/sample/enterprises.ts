import { hasRightCheckDigit } from "../../ingest/forms/feed/read-word.ts";
import { EnterpriseKind } from "../../schema/subjects/enterprise/enterprise-kind.ts";
import { type Calendar, dayAfter } from "./calendar.ts";
import { enterpriseName } from "./names.ts";
import { type CityPlan, upTo } from "./plan.ts";
import { Random } from "./random.ts";

/** A certificate of an enterprise; an enterprise may have several. */
export type EnterpriseRow = {
  business_number: string;
  name: string;
  kind: EnterpriseKind;
  certified_on: string;
  /** Null if there is no expiry date. */
  expires_on: string | null;
};

type Certificate = Pick<EnterpriseRow, "kind" | "certified_on" | "expires_on">;
const kinds = Object.values(EnterpriseKind);

/** Enterprises for edge cases of certificates, by index. */
export const notableEnterprises = {
  /** Certified since before the reporting period, without expiry. */
  alwaysCertified: 0,
  /** Its certificate expires on the middle day. */
  expires: 1,
  /** Preliminary until the middle day, certified from the day after. */
  changesKind: 2,
  /** Has two kinds at once. */
  ofTwoKinds: 3,
  /** Certified from the middle day. */
  certifiedLater: 4,
};

/** Enterprises repeat in tens: the five above, then five ordinary ones. */
const likenessCount = 10;

/** The middle day of the reporting period. */
export const middleDay = ({ days }: Calendar): string => days[Math.floor(days.length / 2)]!;

/** The certificates of a city's enterprises. */
export function* enterpriseRows(city: CityPlan): Generator<EnterpriseRow> {
  const random = new Random(city.seed, "enterprise");
  for (const index of upTo(city.enterprises)) {
    const firm = { business_number: enterpriseNumber(index), name: enterpriseName(index) };
    for (const certificate of certificatesOf(index, city.calendar, random)) yield { ...firm, ...certificate };
  }
}

function certificatesOf(index: number, calendar: Calendar, random: Random): Certificate[] {
  const middle = middleDay(calendar);
  const before = dayAfter(calendar.days[0]!, -random.whole(30, 900));
  const kind = random.pick(kinds);
  const { CERTIFIED_SOCIAL_ENTERPRISE: certified, PRELIMINARY_SOCIAL_ENTERPRISE: preliminary } =
    EnterpriseKind;
  switch (index % likenessCount) {
    case notableEnterprises.alwaysCertified:
      return [{ kind: certified, certified_on: before, expires_on: null }];
    case notableEnterprises.expires:
      return [{ kind: certified, certified_on: before, expires_on: middle }];
    case notableEnterprises.changesKind:
      return [
        { kind: preliminary, certified_on: before, expires_on: middle },
        { kind: certified, certified_on: dayAfter(middle, 1), expires_on: null },
      ];
    case notableEnterprises.ofTwoKinds:
      return [
        { kind: EnterpriseKind.VILLAGE_ENTERPRISE, certified_on: before, expires_on: null },
        { kind: EnterpriseKind.SOCIAL_COOPERATIVE, certified_on: before, expires_on: middle },
      ];
    case notableEnterprises.certifiedLater:
      return [{ kind: certified, certified_on: middle, expires_on: dayAfter(middle, 3 * 365) }];
    default: {
      const first = random.chance(50) ? before : random.pick(calendar.days);
      const isOpen = random.chance(30);
      return [
        { kind, certified_on: first, expires_on: isOpen ? null : dayAfter(first, random.whole(1, 3) * 365) },
      ];
    }
  }
}

/** Business number of the index-th enterprise, ten digits. */
export const enterpriseNumber = (index: number): string => businessNumber(81, index);
/** Business number of the index-th firm without a certificate. */
export const ordinaryFirmNumber = (index: number): string => businessNumber(82, index);

const digits = "0123456789";
/** A number with a valid check digit that no real firm has: real tax office codes (the first three digits) start at 101. */
function businessNumber(group: number, index: number): string {
  const office = String(1 + (index % 100)).padStart(3, "0");
  const nine = `${office}${group}${String(Math.floor(index / 100)).padStart(4, "0")}`;
  return [...digits].map((digit) => nine + digit).find(hasRightCheckDigit)!;
}
