import { purchaseByDepartment } from "../../schema/subjects/purchase/panels/purchase-by-department.ts";
import { dataSource, type InfinityTarget, infinityTarget } from "./infinity-target.ts";

/** What Grafana is told of the hub's alerts, as its file provisioning reads it. */
export interface AlertRules {
  apiVersion: 1;
  groups: { orgId: 1; name: string; folder: string; interval: string; rules: AlertRule[] }[];
}

/** A rule: queries and expressions by their refId; it fires for each set of labels that `condition` is true of. */
export interface AlertRule {
  uid: string;
  title: string;
  condition: string;
  data: {
    refId: string;
    relativeTimeRange: { from: number; to: number };
    datasourceUid: string;
    model: InfinityTarget | Record<string, unknown>;
  }[];
  noDataState: "OK";
  execErrState: "Error";
  for: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/**
 * Of the hub's own municipality, and of the year that it is: an alert has no reader who chooses. Infinity puts the
 * year in. Grafana takes a rule's queries as they stand, without its environment.
 */
const question = `query BelowTarget {
  purchaseSummary(basis: SOCIAL_ENTERPRISE, groupBy: [DEPARTMENT], where: { year: [\${__to:date:YYYY}] }) {
    rows { department { name } rate { value nullReason } target }
  }
}`;

/** Asks for one figure of each department; only rows that `keeps` is true of, as Grafana takes NaN for true. */
const asks = (refId: string, selector: string, keeps: string): AlertRule["data"][number] => ({
  refId,
  relativeTimeRange: { from: 600, to: 0 },
  datasourceUid: dataSource.uid,
  model: {
    ...infinityTarget({ question, rows: "purchaseSummary.rows", variables: {} }, [
      { selector: "department.name", text: "department", type: "string" },
      { selector, text: "value", type: "number" },
      { selector: "rate.nullReason", text: "missing", type: "string" },
    ]),
    refId,
    filterExpression: keeps,
  },
});

/** Fires for each department whose purchase rate of the year is below its target; the silent have no rate to be below. */
const belowTarget: AlertRule = {
  uid: "hub-purchase-below-target",
  title: "우선구매율 목표 미달",
  condition: "C",
  data: [
    asks("A", "rate.value", "missing == ''"),
    asks("B", "target", "missing == '' && value > 0"),
    {
      refId: "C",
      relativeTimeRange: { from: 600, to: 0 },
      datasourceUid: "-100",
      model: { refId: "C", type: "math", expression: "$A < $B" },
    },
  ],
  noDataState: "OK",
  execErrState: "Error",
  for: "0s",
  labels: { hub_panel: purchaseByDepartment.name },
  annotations: {
    summary: "{{ .Labels.department }}: 우선구매율이 목표율보다 낮습니다.",
    description:
      "올해 우선구매율(사회적기업 기준) {{ humanizePercentage .Values.A.Value }}, 목표율 {{ humanizePercentage .Values.B.Value }}.",
  },
};

/** The rules of the hub, looked at every five minutes. */
export const alertRules = (): AlertRules => ({
  apiVersion: 1,
  groups: [{ orgId: 1, name: "hub", folder: "Hub", interval: "5m", rules: [belowTarget] }],
});

/** Where the rules are committed, from the project's folder. */
export const alertFile = "dashboards/grafana/provisioning/alerting/hub.json";

/** The rules as they are committed. */
export const alertText = (): string => `${JSON.stringify(alertRules(), null, 2)}\n`;
