import { municipality } from "./city.ts";
import { reportedPledge } from "./city-reports.ts";
import type { Answer, Question } from "./question.ts";

const current = "known_to = 2147483647";

/** Questions for lists below lists. PostGraphile is not asked: it would take two of its plugins and other tables. */
export const broadQuestions: Question[] = [
  {
    name: "Q5",
    title: "a pledge's 10 reports with sections and statements",
    floor: `SELECT quarter / 4 || '-Q' || quarter % 4 + 1 AS quarter, (
        SELECT json_agg(row_to_json(section)) FROM (
          SELECT kind, title, (
            SELECT json_agg(row_to_json(bullet)) FROM (
              SELECT text, depth FROM statement
              WHERE municipality_id = $1 AND pledge_id = report.pledge_id AND quarter = report.quarter
                AND part = kind AND ${current} ORDER BY position) AS bullet) AS statements
          FROM report_section
          WHERE municipality_id = $1 AND pledge_id = report.pledge_id AND quarter = report.quarter AND ${current}
          ORDER BY id) AS section) AS sections
      FROM report JOIN pledge ON pledge.municipality_id = $1 AND pledge.id = report.pledge_id AND code = '${reportedPledge}'
      WHERE report.municipality_id = $1 AND $2::integer IS NOT NULL AND ${current} ORDER BY report.quarter`,
    hub: `{ pledge(code: "${reportedPledge}", municipality: "${municipality}") {
      reports { quarter sections { kind title statements { text depth } } } } }`,
    hubRows: ({ pledge }) => pledge.reports,
    postGraphile: null,
  },
  {
    name: "Q6",
    title: "20 outlets with 24 months of sales each",
    floor: `SELECT code, name, kind, (
        SELECT json_agg(row_to_json(monthly)) FROM (
          SELECT month / 12 || '-' || lpad((month % 12 + 1)::text, 2, '0') AS month, amount AS sales, enterprises
          FROM outlet_sales WHERE municipality_id = $1 AND outlet_code = outlet.code AND ${current}
          ORDER BY outlet_sales.month LIMIT 50) AS monthly) AS sales
      FROM outlet WHERE municipality_id = $1 AND $2::integer IS NOT NULL AND ${current} ORDER BY code LIMIT 50`,
    hub: `{ outlets(where: { municipality: ["${municipality}"] }) {
      nodes { code name kind sales { nodes { month sales enterprises } } } } }`,
    hubRows: ({ outlets }) =>
      outlets.nodes.map(({ sales, ...outlet }: Answer) => ({ ...outlet, sales: sales.nodes })),
    postGraphile: null,
  },
  {
    name: "Q7",
    title: "40 departments with 25 purchases and 4 targets each",
    floor: `SELECT name, (
        SELECT json_agg(row_to_json(bought)) FROM (
          SELECT number, purchased_on AS "purchasedOn", amount
          FROM purchase WHERE municipality_id = $1 AND department_id = department.id AND ${current}
          ORDER BY purchased_on, number LIMIT 50) AS bought) AS purchases, (
        SELECT json_agg(row_to_json(target)) FROM (
          SELECT year, basis, rate
          FROM purchase_target WHERE municipality_id = $1 AND department_id = department.id AND ${current}
          ORDER BY year, basis LIMIT 50) AS target) AS targets
      FROM department WHERE municipality_id = $1 AND $2::integer IS NOT NULL AND ${current} ORDER BY name`,
    hub: `{ municipality(code: "${municipality}") { departments {
      name purchases { nodes { number purchasedOn amount } } targets { nodes { year basis rate } } } } }`,
    hubRows: ({ municipality: { departments } }) =>
      departments.map(({ name, purchases, targets }: Answer) => ({
        ...{ name, purchases: purchases.nodes, targets: targets.nodes },
      })),
    postGraphile: null,
  },
];
