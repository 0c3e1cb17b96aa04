import { InputType } from "type-graphql";
import { MunicipalityFilter, QuarterFilter, YearFilter } from "../../sql/summary/filters.ts";
import { InChargeFilter, PledgeFilter } from "./pledge-as-of.ts";

/** The filters that all data by quarter share that may belong to a pledge. */
@InputType()
export abstract class OfPledgeWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @PledgeFilter()
  pledge?: string[] | null;

  @InChargeFilter()
  department?: string[] | null;

  @YearFilter()
  year?: number[] | null;

  @QuarterFilter()
  quarter?: number[] | null;
}
