import { Field, ID, ObjectType } from "type-graphql";
import type { HubContext, KnownAt } from "../../core/context.ts";
import { describe } from "../../core/localized.ts";
import { factById, knownIn } from "../release/feed-fact.ts";
import { Certificate } from "./certificate.ts";

@ObjectType({
  description: describe(
    "인증을 받은 적이 있는 사회적경제기업. 이름은 가장 나중 인증의 것입니다.",
    "An enterprise of the social economy, now or once certified. Its name is that of its latest certificate.",
  ),
})
export class Enterprise {
  /** The release that this answer and everything below it is of. */
  knownAt: KnownAt;
  municipalityId: number;

  @Field(() => ID, {
    description: describe("사업자등록번호, 숫자 열 자리.", "Business registration number, ten digits."),
  })
  businessNumber: string;

  @Field(() => String, { description: describe("기업명.", "Name in Korean.") })
  name: string;

  /** What tells it from enterprises of all municipalities. */
  get key(): string {
    return `${this.municipalityId} ${this.businessNumber}`;
  }
}

/** The enterprise of a certificate, by its id, batched; null where there is none. */
export async function enterpriseById(
  context: HubContext,
  certificateId: number,
  knownAt: KnownAt,
): Promise<Enterprise | null> {
  const certificate = await factById(context, Certificate, certificateId, knownAt);
  if (!certificate) return null;
  const { municipalityId, businessNumber, name } = certificate;
  return Object.assign(new Enterprise(), { knownAt, municipalityId, businessNumber, name });
}

/** An enterprise by its number, batched; null for a firm that never had a certificate. */
export async function enterpriseByNumber(
  context: HubContext,
  municipalityId: number,
  businessNumber: string,
  knownAt: KnownAt,
): Promise<Enterprise | null> {
  const latest = await context.one(
    `enterprise of ${municipalityId} at ${knownAt}`,
    businessNumber,
    (numbers) =>
      context.database.query<{ id: number; number: string }[]>(
        `SELECT DISTINCT ON (business_number) id, business_number AS number FROM enterprise_certificate
         WHERE municipality_id = $1 AND business_number = ANY($2) AND ${knownIn("$3")}
         ORDER BY business_number, certified_on DESC, kind`,
        [municipalityId, numbers, knownAt],
      ),
    (row) => row.number,
  );
  return latest && enterpriseById(context, latest.id, knownAt);
}
