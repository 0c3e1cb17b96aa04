import type { DataSource } from "typeorm";

/** Hints if the database has no municipality, or lacks the home municipality; empty otherwise. */
export async function missingInWords(database: DataSource, home: string): Promise<string[]> {
  const rows: { code: string; name: string }[] = await database.query(
    "SELECT DISTINCT ON (code) code, name FROM municipality ORDER BY code, known_to DESC",
  );
  if (rows.length === 0)
    return [
      "이 데이터베이스에는 아직 지자체가 없습니다. 다음 가운데 하나로 시작하십시오.",
      "This database holds no municipality yet. Start with one of these:",
      "  npx hub init --demo                                   시연 자료 / the demonstration",
      "  npx hub init --municipality 41280 --name 고양시       지자체 하나 / a municipality",
    ];
  if (rows.some(({ code }) => code === home)) return [];
  const known = rows.slice(0, 5).map(({ code, name }) => `${code} ${name}`);
  return [
    `본 지자체 ${home}의 자료가 없습니다. HUB_MUNICIPALITY를 고치거나 hub init으로 만드십시오. 있는 지자체: ${known.join(", ")}`,
    `The home municipality ${home} is not in this database. Set HUB_MUNICIPALITY, or create it with hub init. It holds: ${known.join(", ")}`,
  ];
}
