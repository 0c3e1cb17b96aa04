import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  ConstantVariableBuilder,
  CustomVariableBuilder,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
  VariableSort,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { FixedOptions, Options, Variable } from "../../schema/panels/variable.ts";
import { dataSource, type InfinityTarget, infinityTarget } from "./infinity-target.ts";

/** Where a reader's browser finds the hub; links lead there. Change it with the board's variable. */
const hubAddress = "http://127.0.0.1:4000";

/** What Infinity is asked for the values of a variable. */
export interface VariableQuery {
  queryType: "infinity";
  infinityQuery: InfinityTarget;
}

/** The variables of a board, filled by questions to the hub, and the hub's address for links. */
export function boardVariables(variables: Record<string, Variable>): Builder<VariableModel>[] {
  const chosen = Object.entries(variables).map(([name, variable]) =>
    "choices" in variable.options
      ? fixedVariable(name, variable, variable.options)
      : queryVariable(variables, name, variable, variable.options),
  );
  return [...chosen, new ConstantVariableBuilder("hub").label("허브 주소").value(hubAddress)];
}

/** Choosing nothing is null in the question, which keeps all; Grafana puts it in as it is, whatever the format. */
const allValue = "null";

function fixedVariable(name: string, { label, default: unset }: Variable, { choices }: FixedOptions) {
  const values = Object.entries(choices).map(([value, { ko }]) => `${ko} : ${value}`);
  const builder = new CustomVariableBuilder(name).label(label.ko).values(values.join(", "));
  return unset === null ? builder : builder.current({ text: choices[unset]?.ko ?? unset, value: unset });
}

function queryVariable(
  variables: Record<string, Variable>,
  name: string,
  { label, default: unset, all, isMoment }: Variable,
  options: Options,
) {
  // Grafana has one word for choosing nothing, All, which for a moment says the wrong thing.
  const title = isMoment && all ? `${label.ko} (All: ${all.ko})` : label.ko;
  const query: VariableQuery = {
    queryType: "infinity",
    infinityQuery: infinityTarget({ variables, ...options }, [
      { selector: options.text, text: "__text", type: "string" },
      { selector: options.value, text: "__value", type: "string" },
    ]),
  };
  const builder = new QueryVariableBuilder(name)
    .label(title)
    .datasource(dataSource)
    .query({ ...query })
    .refresh(VariableRefresh.OnDashboardLoad)
    .sort(options.newestFirst ? VariableSort.AlphabeticalDesc : VariableSort.Disabled);
  if (all) return builder.includeAll(true).allValue(allValue).current({ text: all.ko, value: "$__all" });
  return unset === null ? builder : builder.current({ text: unset, value: unset });
}
