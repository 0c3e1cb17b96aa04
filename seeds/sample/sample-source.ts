import type { SampleSource } from "../../schema/feeds/sample-rows.ts";
import { departmentName, pledgeCode } from "./names.ts";
import { type CityPlan, upTo } from "./plan.ts";
import { Random } from "./random.ts";

/** A sample city, as feeds that declare their own sample rows see it. */
export const sampleSource = ({ seed, departments, pledges, calendar }: CityPlan): SampleSource => ({
  departments: Array.from(upTo(departments), departmentName),
  pledges: Array.from(upTo(pledges), pledgeCode),
  quarters: calendar.quarters,
  draws: (name) => new Random(seed, name),
});
