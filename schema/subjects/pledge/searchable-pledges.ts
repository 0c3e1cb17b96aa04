import { searchKey } from "../../sql/matching.ts";
import type { Searchable } from "../../sql/searchable.ts";

/** Rank of a pledge that is found by its bullets only: that of a name that contains the words, before the bullets themselves. */
const byBullet = 2;

/** Pledges, by code and title of their latest quarter that fits, and by the bullets of their reports. */
export const searchablePledges: Searchable = {
  kind: "PLEDGE",
  name: { ko: "공약", en: "Pledge" },
  folder: "pledges",
  hits(scope, { has, rank, hasGrams }) {
    const place = 'document_id, sheet, line, "column", quote';
    const wanted = "pledge.code || ' ' || coalesce(fact.title, '')";
    const ofBullet = `${hasGrams ? `${hasGrams("bullet.text")} AND ` : ""}${has("bullet.search_text")}`;
    const title = `(SELECT title FROM pledge_quarter AS titled
      WHERE ${scope.sameMunicipality("titled", "fits")} AND titled.pledge_id = fits.pledge_id AND titled.title IS NOT NULL
      ORDER BY titled.quarter DESC, titled.stated_by LIMIT 1)`;
    return `SELECT 'PLEDGE' AS kind, fits.municipality_id, fits.pledge_id AS id, code, coalesce(${title}, code) AS title,
        text, rank, fits.pledge_id, ${place}
      FROM (
        SELECT DISTINCT ON (municipality_id, pledge_id) * FROM (
          SELECT fact.municipality_id, fact.pledge_id, ${wanted} AS text, fact.quarter, ${place},
            least(${rank(searchKey("pledge.code"))}, ${rank(searchKey("fact.title"))}) AS rank
          FROM pledge_quarter AS fact JOIN pledge
            ON ${scope.ofMunicipality("pledge", "fact.municipality_id")} AND pledge.id = fact.pledge_id
          WHERE ${scope.facts("fact")} AND ${has(searchKey(wanted))}
          UNION ALL
          SELECT bullet.municipality_id, bullet.pledge_id, bullet.text, bullet.quarter, ${place}, ${byBullet}
          FROM statement AS bullet WHERE ${scope.facts("bullet")} AND ${ofBullet}
        ) AS found ORDER BY municipality_id, pledge_id, rank, quarter DESC, line
      ) AS fits
      JOIN pledge ON ${scope.ofMunicipality("pledge", "fits.municipality_id")} AND pledge.id = fits.pledge_id`;
  },
};
