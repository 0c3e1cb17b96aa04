import type { DataSource } from "typeorm";
import { HubError } from "../../schema/core/hub-error.ts";
import type { CellValue } from "../../schema/feeds/cell.ts";
import type { Feed } from "../../schema/feeds/feed.ts";
import { feeds } from "../../schema/feeds.ts";
import { readTables } from "../documents/read-tables.ts";
import type { Proposal } from "../forms/mapping/propose/proposal.ts";
import { proposeMapping } from "../forms/mapping/propose/propose.ts";
import { References } from "./feeds/references.ts";
import { municipalityUnknown } from "./refusals.ts";

/**
 * Proposes a mapping for a file, with the names that the hub knows of the municipality. Throws FORM_UNKNOWN if its
 * tables resemble no feed, and FILE_UNREADABLE if there are none.
 */
export async function proposeForFile(
  database: DataSource,
  file: { name: string; bytes: Uint8Array },
  { municipality, feed }: { municipality: string; feed: Feed | null },
): Promise<Proposal> {
  const tables = await readTables(file);
  if ("finding" in tables) throw asError(tables.finding.code, tables.finding.message, tryAnother);
  const query = database.createQueryRunner();
  try {
    const [city] = await query.query(
      "SELECT id FROM municipality WHERE code = $1 ORDER BY known_to DESC LIMIT 1",
      [municipality],
    );
    if (!city) {
      const { code, message } = await municipalityUnknown(query.manager, municipality);
      throw asError(code, message, { ko: "", en: "" });
    }
    const references = new References(query, city.id);
    await references.load(feeds.flatMap(({ columns }) => columns.map((column) => column.references)));
    const isKnown = (name: string, text: CellValue) => references.find(name, text) !== undefined;
    const proposal = proposeMapping(tables, feed ? [feed] : feeds.filter(({ ofHub }) => !ofHub), isKnown);
    if (proposal) return proposal;
  } finally {
    await query.release();
  }
  throw asError("FORM_UNKNOWN", noFeed, feed ? checkFeed : chooseFeed);
}

const asError = (code: string, text: HubError["text"], remedy: HubError["remedy"]): HubError =>
  new HubError(code, text, remedy);
const noFeed = {
  ko: "표의 머리글 가운데 자료의 머리글과 닮은 것이 너무 적어 매핑을 제안할 수 없습니다.",
  en: "Too few headings of the tables resemble those of a feed to propose a mapping.",
};
const names = feeds.map(({ name }) => name).join(", ");
const chooseFeed = {
  ko: `--feed로 자료를 정하거나(${names}) docs/mappings.md를 보고 매핑을 쓰십시오.`,
  en: `Choose a feed with --feed (${names}), or write a mapping as described in docs/mappings.md.`,
};
const checkFeed = {
  ko: "--feed를 확인하거나 docs/mappings.md를 보고 매핑을 쓰십시오.",
  en: "Check --feed, or write a mapping as described in docs/mappings.md.",
};
const tryAnother = { ko: "", en: "" };
