import { BenchHub } from "../bench-hub.ts";
import { median, printTable } from "../figures.ts";

/** Words that statements are made of; each text has eight of them and a number. */
const words =
  "사회적경제 기업 아카데미 판로 지원 센터 운영 교육 과정 수료 홍보 협약 체결 예산 집행 점검 회의 주민 참여 시범 사업 추진 계획 수립 공모 선정 컨설팅 판매장 개장 매출".split(
    " ",
  );

/** What is looked for, and how often it occurs. */
const searches: readonly [text: string, occurs: string][] = [
  ["뷁뷁", "nowhere"],
  ["특별한낱말", "10 times"],
  ["과정 12345", "once, with a frequent word"],
  ["사회적경제 기업을", "in one text of sixteen"],
  ["아카데미", "in one text of four"],
];

/**
 * Searches the texts of as many statements, which are put into the table of the real report's hub, and prints how long
 * each search takes over HTTP, nothing kept.
 */
export async function benchSearch({
  statements,
  rounds,
}: {
  statements: number;
  rounds: number;
}): Promise<void> {
  const hub = await BenchHub.start({ HUB_CACHE_MB: "0" });
  try {
    const word = `(ARRAY['${words.join("', '")}'])[1 + floor(random() * ${words.length})::integer]`;
    const text = Array.from({ length: 8 }, () => word).join(" || ' ' || ");
    await hub.psql(
      "SELECT setseed(0.5)",
      `INSERT INTO statement (municipality_id, pledge_id, quarter, part, position, depth, text, document_id, line, quote, known_from)
       SELECT municipality_id, pledge_id, quarter, part, 1000 + number, 0,
         ${text} || ' ' || number || CASE WHEN number % ${Math.ceil(statements / 10)} = 0 THEN ' 특별한 낱말' ELSE '' END,
         document_id, line, quote, known_from
       FROM (SELECT * FROM statement LIMIT 1) AS one, generate_series(1, ${statements}) AS number`,
      "VACUUM ANALYZE statement",
    );
    const rows: string[][] = [];
    for (const [search, occurs] of searches) {
      const times: number[] = [];
      let total = 0;
      for (let round = 0; round < rounds; round++) {
        const started = performance.now();
        const answer = await hub.ask<{ search: { totalCount: number } }>(
          `{ search(text: "${search}", first: ${20 + round}) { totalCount nodes { kind title url source { quote } } } }`,
        );
        times.push(performance.now() - started);
        total = answer.search.totalCount;
      }
      rows.push([
        search,
        occurs,
        String(total),
        `${median(times).toFixed(1)} ms`,
        `${Math.max(...times).toFixed(1)} ms`,
      ]);
    }
    printTable(["search", "occurs", "hits", "median (aim 50 ms)", "slowest"], rows);
  } finally {
    await hub.stop();
  }
}
