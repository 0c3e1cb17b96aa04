import { PurchaseBasis } from "../../schema/subjects/purchase/purchase-basis.ts";
import { departmentRole } from "./departments.ts";
import { departmentName } from "./names.ts";
import { type CityPlan, upTo } from "./plan.ts";
import { Random } from "./random.ts";

/** The rate that a department is to reach in a year on a basis. */
export type TargetRow = {
  year: number;
  department: string;
  basis: PurchaseBasis;
  /** The rate as a fraction, in exact decimal text: 0.185. */
  rate: string;
};

/** The rate that the first department is to reach and reaches exactly. */
export const exactRate = "0.25";

/** The rates that departments are to reach, year by year on both bases. */
export function* targetRows(city: CityPlan): Generator<TargetRow> {
  const random = new Random(city.seed, "target");
  for (const year of city.calendar.years) {
    for (const index of upTo(city.departments)) {
      const role = departmentRole(index);
      if (role === "without target") continue;
      const department = departmentName(index);
      for (const basis of Object.values(PurchaseBasis)) {
        const thousandths = random.whole(2, 50) * 5;
        const rate = role === "meets target exactly" ? exactRate : String(thousandths / 1000);
        yield { year, department, basis, rate };
      }
    }
  }
}
