import { municipality, quarter, quarterNumber } from "./city.ts";
import type { Answer, Question } from "./question.ts";

const current = 2_147_483_647;
const executed = `municipality_id = $1 AND quarter = $2 AND phase = 'EXECUTED' AND known_to = ${current}`;
const stated = `JOIN pledge_quarter AS stated
        ON stated.municipality_id = $1 AND stated.pledge_id = pledge.id AND stated.quarter = $2 AND stated.known_to = ${current}
      JOIN department
        ON department.municipality_id = $1 AND department.id = department_id AND department.known_to = ${current}`;
const where = `where: { municipality: ["${municipality}"], quarter: ["${quarter}"] }`;
const cities = `where: { municipality: ["${municipality}"] }`;
const atQuarter = `condition: { quarter: ${quarterNumber}, knownTo: ${current} }`;
const executedLines = `condition: { quarter: ${quarterNumber}, knownTo: ${current}, phase: EXECUTED }`;
const titles = `quarters: pledgeQuartersByMunicipalityIdAndPledgeId(${atQuarter}) { nodes { title department { name } } }`;
const pledges = (first: number, fields: string) => `query Pledges($municipality: Int!) {
  allPledges(first: ${first}, orderBy: [SORT_CODE_ASC], condition: { municipalityId: $municipality }) { nodes { ${fields} } }
}`;
const titled = ({ code, quarters }: Answer) => {
  const { title, department } = quarters.nodes[0];
  return { code, title, department: department.name };
};
const named = ({ code, title, department }: Answer) => ({ code, title, department: department.name });

/** Questions for a single list or summary. */
export const narrowQuestions: Question[] = [
  {
    name: "Q1",
    title: "funding by year and source",
    floor: `SELECT year, source, sum(amount) AS executed FROM funding_line WHERE ${executed} GROUP BY year, source`,
    hub: `{ fundingSummary(${where}, groupBy: [YEAR, SOURCE]) { rows { year source executed } } }`,
    hubRows: ({ fundingSummary }) => fundingSummary.rows,
    postGraphile: {
      query: `query Grouped($municipality: Int!) {
      allFundingLines(condition: { municipalityId: $municipality, quarter: ${quarterNumber}, knownTo: ${current}, phase: EXECUTED }) {
        groupedAggregates(groupBy: [YEAR, SOURCE]) { keys sum { amount } }
      }
    }`,
      rows: ({ allFundingLines }) =>
        allFundingLines.groupedAggregates.map(({ keys: [year, source], sum }: Answer) => ({
          year: Number(year),
          source,
          executed: Number(sum.amount),
        })),
    },
  },
  {
    name: "Q2",
    title: "funding by pledge, with title and department",
    floor: `SELECT code, title, department.name AS department, executed
      FROM (SELECT pledge_id, sum(amount) AS executed FROM funding_line WHERE ${executed} GROUP BY pledge_id) AS summed
      JOIN pledge ON pledge.municipality_id = $1 AND pledge.id = pledge_id
      ${stated}
      ORDER BY sort_code`,
    hub: `{ fundingSummary(${where}, groupBy: [PLEDGE]) { rows { pledge { code title department { name } } executed } } }`,
    hubRows: ({ fundingSummary }) =>
      fundingSummary.rows.map(({ pledge, executed: sum }: Answer) => ({ ...named(pledge), executed: sum })),
    postGraphile: {
      query: pledges(
        500,
        `code ${titles} funding: fundingLinesByMunicipalityIdAndPledgeId(${executedLines}) { aggregates { sum { amount } } }`,
      ),
      rows: ({ allPledges: { nodes } }) =>
        nodes.map((pledge: Answer) => ({
          ...titled(pledge),
          executed: Number(pledge.funding.aggregates.sum.amount),
        })),
    },
  },
  {
    name: "Q3",
    title: "20 pledges with department",
    floor: `SELECT code, title, department.name AS department
      FROM (SELECT id, code, sort_code FROM pledge WHERE municipality_id = $1 ORDER BY sort_code LIMIT 20) AS pledge
      ${stated}
      ORDER BY sort_code`,
    hub: `{ pledges(${cities}, first: 20) { nodes { code title department { name } } } }`,
    hubRows: ({ pledges: { nodes } }) => nodes.map(named),
    postGraphile: {
      query: pledges(20, `code ${titles}`),
      rows: ({ allPledges: { nodes } }) => nodes.map(titled),
    },
  },
  {
    name: "Q4",
    title: "50 pledges with 36 funding lines each",
    floor: `SELECT code, (
        SELECT json_agg(row_to_json(line)) FROM (
          SELECT source, phase, period_label AS label, amount FROM funding_line
          WHERE municipality_id = $1 AND pledge_id = pledge.id AND quarter = $2 AND known_to = ${current}
          ORDER BY period_start, source, phase) AS line) AS funding
      FROM pledge WHERE municipality_id = $1 ORDER BY sort_code LIMIT 50`,
    hub: `{ pledges(${cities}, first: 50) { nodes { code funding(quarter: "${quarter}") { source phase period { label } amount } } } }`,
    hubRows: ({ pledges: { nodes } }) =>
      nodes.map(({ code, funding }: Answer) => ({
        code,
        funding: funding.map(({ source, phase, period, amount }: Answer) => ({
          ...{ source, phase, label: period.label, amount },
        })),
      })),
    postGraphile: {
      query: pledges(
        50,
        `code funding: fundingLinesByMunicipalityIdAndPledgeId(${atQuarter}) { nodes { source phase periodLabel amount } }`,
      ),
      rows: ({ allPledges: { nodes } }) =>
        nodes.map(({ code, funding: lines }: Answer) => ({
          code,
          funding: lines.nodes.map(({ source, phase, periodLabel, amount }: Answer) => ({
            ...{ source, phase, label: periodLabel, amount: Number(amount) },
          })),
        })),
    },
  },
];
