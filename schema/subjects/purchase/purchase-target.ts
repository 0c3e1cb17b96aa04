import { Field, Float, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { entity, extend, integer, nullable, value } from "../../sql/entity.ts";
import { declarePeriods, yearsIn } from "../../sql/filter-values.ts";
import { page, paged } from "../../sql/paged.ts";
import { where } from "../../sql/standard-arguments.ts";
import { whereDescription, YearFilter } from "../../sql/summary/filters.ts";
import { department } from "../department/department.ts";
import { readFrom } from "../release/citation.ts";
import { PurchaseBasis } from "./purchase-basis.ts";

@InputType(whereDescription("목표", "targets"))
class PurchaseTargetWhere {
  @YearFilter()
  year?: number[] | null;

  @Field(() => [PurchaseBasis], {
    nullable: true,
    description: describe("기준.", "Bases of preferential purchasing."),
  })
  basis?: PurchaseBasis[] | null;
}

/** A target: a row of `purchase_target`. */
const purchaseTarget = entity(
  "PurchaseTarget",
  { ko: "한 부서의 한 해 우선구매 목표.", en: "The target of a department for a year." },
  {
    year: integer("year", "해.", "The year."),
    basis: value(
      () => PurchaseBasis,
      "basis",
      "기준.",
      "Basis: which purchases qualify, and out of which total.",
    ),
    rate: value(
      () => Float,
      "rate",
      "목표율(0.1은 10%). 정해지지 않았으면 null.",
      "Target rate as a fraction (0.1 is 10%); null if none is set.",
      nullable,
    ),
    ...readFrom,
  },
);
paged(purchaseTarget, "우선구매 목표", "purchase targets");

extend(department, {
  targets: page(
    purchaseTarget,
    (alias, scope, values, row) => {
      const filter: PurchaseTargetWhere = values.where ?? {};
      return {
        from: `purchase_target AS ${alias}`,
        where: `${scope.sameMunicipality(alias, row)} AND ${alias}.department_id = ${row}.id
          ${scope.parameters.anyOf(`${alias}.year`, "integer", filter.year)}
          ${scope.parameters.anyOf(`${alias}.basis`, "purchase_basis", filter.basis)}`,
        order: `${alias}.year, ${alias}.basis`,
      };
    },
    { ko: "우선구매 목표, 해 순.", en: "Its targets for preferential purchasing, by year." },
    { where: where(() => PurchaseTargetWhere, "Which targets.") },
  ),
});

declarePeriods(yearsIn("purchase_target", "year"));
