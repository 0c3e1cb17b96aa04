import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fastify, { type FastifyInstance } from "fastify";
import { statePublication } from "../../server/http/publication-headers.ts";
import { type FundingRow, fundingAnswer, fundingRows, sha256 } from "../../test/setup/funding-answer.ts";
import { unstated } from "../publication/publication.ts";
import { pages } from "./routes.ts";

const hostile = "<script>alert(1)</script>\t\"&'";

const document = {
  name: hostile,
  sha256,
  synthetic: true,
  url: `/documents/${sha256}`,
  encoding: "UTF-8",
  byteCount: 9,
  lineCount: 1200,
  municipality: { name: "표본시" },
  release: { number: 3, publishedAt: new Date("2019-07-25T00:00:00Z"), reason: hostile },
  findings: [{ code: "SUM_MISMATCH", severity: "WARNING", message: hostile, sheet: null, line: 501 }],
};

/** What the hub answers by the name of the operation; a test may put a failure in its place. */
const answers: Record<string, (variables: Record<string, unknown>) => Record<string, unknown>> = {};
const asked: Record<string, Record<string, unknown>> = {};
let server: FastifyInstance;

beforeAll(async () => {
  answers.FundingByYear = ({ ofPledge }) =>
    ofPledge === "1-4-2" ? answerWith(fundingRows()) : { pledge: null };
  answers.Municipalities = () => ({ municipalities: [{ code: "41280", name: "고양시" }] });
  answers.Pledges = () => ({ pledges: { nodes: [{ code: "1-4-2", title: hostile }] } });
  answers.Quarters = () => ({ pledge: { reports: [{ quarter: "2019-Q1" }, { quarter: "2019-Q2" }] } });
  answers.Provenance = () => ({ document: { ...document, synthetic: false } });
  answers.Document = ({ sha256: asked, from }) => {
    const lines = [0, 1].map((after) => ({ number: Number(from) + after, text: hostile }));
    return {
      document:
        asked === sha256
          ? { ...document, fileUrl: `/documents/${sha256}/file`, sheets: [], mappings: [], lines }
          : null,
    };
  };
  server = fastify();
  statePublication(server, unstated);
  await server.register(
    pages(() => async (query, variables = {}) => {
      const operation = /query (\w+)/.exec(query)?.[1] ?? "";
      asked[operation] = variables;
      const answer = answers[operation];
      if (!answer) throw new Error(`Not prepared for ${operation}.`);
      return answer(variables);
    }),
  );
});

afterAll(() => server.close());

const answerWith = (rows: FundingRow[]) => fundingAnswer(rows);
const get = (url: string) => server.inject({ url });

/** Answers one operation otherwise while a test runs. */
async function meanwhile(operation: string, answer: () => Record<string, unknown>, run: () => Promise<void>) {
  const usual = answers[operation]!;
  answers[operation] = answer;
  await run().finally(() => {
    answers[operation] = usual;
  });
}

const refusal = () => {
  throw Object.assign(new Error("refused"), {
    errors: [
      {
        message: "BAD",
        extensions: {
          code: "BAD_USER_INPUT",
          ko: "‘봄’은 분기가 아닙니다.",
          en: "“spring” is no quarter.",
          remedy: { ko: "2019-Q2처럼 쓰십시오.", en: "Write it like 2019-Q2." },
        },
      },
    ],
  });
};

describe("a panel's page", () => {
  test("leads from each figure to its line of the document, in the reader's language", async () => {
    const { body, statusCode } = await get("/panels/funding-by-year?lang=en");
    expect(statusCode).toBe(200);
    expect(body).toContain('<html lang="en">');
    const figures = [...body.matchAll(/<td class="number"><a href="([^"]+)"[^>]*>106\.5</g)].map(
      ([, to]) => to,
    );
    expect(figures).toEqual([`/documents/${sha256}?lang=en#L51`]);
  });

  test("asks for what the address says, and leaves the quarter to the hub where it says nothing", async () => {
    await get("/panels/funding-by-year?pledge=1-4-2");
    expect(asked.FundingByYear).toEqual({ ofMunicipality: "41280", ofPledge: "1-4-2" });
    await get("/panels/funding-by-year?quarter=2019-Q1");
    expect(asked.FundingByYear).toEqual({ ofMunicipality: "41280", ofPledge: "1-4-2", atQuarter: "2019-Q1" });
  });

  test("tells a blank that the totals prove zero, a dash and a blank apart", async () => {
    const rows = fundingRows().map((row): FundingRow => {
      if (row.source !== "OTHER") return row;
      if (row.period.label === "'20") return { ...row, amount: null, state: "BLANK" };
      return row.period.label === "'21" ? { ...row, amount: null, state: "DASH" } : row;
    });
    await meanwhile(
      "FundingByYear",
      () => answerWith(rows),
      async () => {
        const { body } = await get("/panels/funding-by-year");
        const cells = [...body.matchAll(/title="54번째 줄: ([^"]+)">(.*?)<\/a>/g)].map(([, title, text]) => [
          title,
          text,
        ]);
        expect(cells.map(([, text]) => text?.replace(/<.*/, ""))).toEqual([
          "0",
          "0",
          "0",
          "미보고",
          "-",
          "0",
          "0",
        ]);
        expect(cells[0]).toEqual(["빈칸, 합계로 0 확인", expect.stringContaining("빈칸, 합계로 0 확인")]);
        expect(body).toContain("일부 미보고");
      },
    );
  });

  test("marks synthetic data in its heading and inside both pictures and the one to take away", async () => {
    await meanwhile(
      "Provenance",
      () => ({ document }),
      async () => {
        const { body } = await get("/panels/funding-by-year");
        expect(body.match(/<text[^>]*>합성 데이터/g)).toHaveLength(2);
        expect(body).toContain('<span class="badge synthetic">합성 데이터</span>');
        const { body: picture, headers } = await get("/panels/funding-by-year.svg");
        expect(headers["content-type"]).toContain("image/svg+xml");
        expect(picture).toMatch(/<text[^>]*>합성 데이터/);
      },
    );
    expect((await get("/panels/funding-by-year")).body).not.toContain("badge synthetic");
  });

  test.each([
    ["a panel that is not", "/panels/no-such-panel", 404, "PANEL_UNKNOWN"],
    ["a board that is not", "/dashboards/no-such-board", 404, "BOARD_UNKNOWN"],
    ["a picture that is not", "/panels/no-such-panel.svg", 404, "PANEL_UNKNOWN"],
    ["a pledge that is not", "/panels/funding-by-year?pledge=9-9-9", 404, "CHOICE_UNKNOWN"],
    ["a document that is not", "/documents/abc", 404, "DOCUMENT_UNKNOWN"],
    ["lines beyond the document", `/documents/${sha256}?from=1201`, 404, "LINE_UNKNOWN"],
    ["lines that are no number", `/documents/${sha256}?from=x`, 400, "LINE_UNKNOWN"],
  ])("says in place what is wrong with %s", async (_, url, status, code) => {
    const { body, statusCode } = await get(url);
    expect({ statusCode, alert: /role="alert"[\s\S]*<code>(\w+)<\/code>/.exec(body)?.[1] }).toEqual({
      statusCode: status,
      alert: code,
    });
    expect(body).not.toContain("<svg");
  });

  test("says what to choose where the quarter has no figures", async () => {
    await meanwhile(
      "FundingByYear",
      () => answerWith([]),
      async () => {
        const { body, statusCode } = await get("/panels/funding-by-year?quarter=2019-Q1");
        expect(statusCode).toBe(404);
        expect(body).toContain("NOT_REPORTED");
        expect(body).toContain('<option value="2019-Q2">');
      },
    );
  });

  test("passes on what the hub says is wrong, and what to do", async () => {
    await meanwhile("FundingByYear", refusal, async () => {
      const { body, statusCode } = await get("/panels/funding-by-year?quarter=2019-Q2");
      expect(statusCode).toBe(400);
      expect(body).toContain("‘봄’은 분기가 아닙니다.");
      expect(body).toContain("2019-Q2처럼 쓰십시오.");
    });
  });

  test("says so where the hub gives no answer", async () => {
    const down = () => {
      throw new Error("connection refused at 10.0.0.1");
    };
    await meanwhile("FundingByYear", down, async () => {
      const { body, statusCode } = await get("/panels/funding-by-year");
      expect(statusCode).toBe(503);
      expect(body).toContain("허브가 답하지 못했습니다.");
      expect(body).not.toContain("10.0.0.1");
    });
  });
});

describe("a document's page", () => {
  test("shows markup of documents, findings and reasons as text", async () => {
    const reflected = `/panels/funding-by-year?municipality=${encodeURIComponent(`">${hostile}`)}`;
    for (const url of [`/documents/${sha256}`, "/panels/funding-by-year", reflected]) {
      const { body } = await get(url);
      expect(body).not.toContain("<script>alert");
      expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }
  });

  test("begins at the line asked for, with an address a line and findings at theirs", async () => {
    const { body } = await get(`/documents/${sha256}?from=501`);
    expect(asked.Document).toMatchObject({ from: 501 });
    expect(/<li id="L501">[\s\S]*?<\/li>\s*<\/ul><\/div><\/li>/.exec(body)?.[0]).toContain("SUM_MISMATCH");
    expect(body).toContain('<li id="L502">');
    const turns = [...body.matchAll(/href="([^"]+)">(?:앞|다음) 줄/g)].map(([, to]) => to);
    expect(turns).toEqual([`/documents/${sha256}?from=1`, `/documents/${sha256}?from=1001`]);
  });
});
