import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  ConstantVariableBuilder,
  QueryVariableBuilder,
  type VariableModel,
  VariableRefresh,
  VariableSort,
} from "@grafana/grafana-foundation-sdk/dashboard";
import type { Panel, Variable } from "../panels/panel.ts";
import { dataSource, type InfinityTarget, infinityTarget } from "./infinity-target.ts";

/** Where a reader's browser finds the hub; links lead there. Change it with the board's variable. */
const hubAddress = "http://127.0.0.1:4000";

/** What Infinity is asked for the values of a variable. */
export interface VariableQuery {
  queryType: "infinity";
  infinityQuery: InfinityTarget;
}

/** The variables of a panel's board, filled by questions to the hub, and the hub's address for links. */
export function boardVariables(panel: Panel): Builder<VariableModel>[] {
  const chosen = Object.entries(panel.variables).map(([name, variable]) =>
    queryVariable(panel, name, variable),
  );
  return [...chosen, new ConstantVariableBuilder("hub").label("허브 주소").value(hubAddress)];
}

function queryVariable(panel: Panel, name: string, { label, options, default: unset }: Variable) {
  const query: VariableQuery = {
    queryType: "infinity",
    infinityQuery: infinityTarget(panel, options, [
      { selector: options.text, text: "__text", type: "string" },
      { selector: options.value, text: "__value", type: "string" },
    ]),
  };
  const builder = new QueryVariableBuilder(name)
    .label(label.ko)
    .datasource(dataSource)
    .query({ ...query })
    .refresh(VariableRefresh.OnDashboardLoad)
    .sort(options.newestFirst ? VariableSort.AlphabeticalDesc : VariableSort.Disabled);
  return unset === null ? builder : builder.current({ text: unset, value: unset });
}
