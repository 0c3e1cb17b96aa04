import type { MigrationInterface, QueryRunner } from "typeorm";

/** Text in lower case without blanks and punctuation: `searchable` of schema/core/search-words.ts. */
const key = `translate(lower(normalize($1, NFC)), E' \\t\\n\\r\\u00a0\\u3000·ㆍ・•∙‧,"\\'“”‘’「」『』()[]?', '')`;

/**
 * Functions for searching texts and for the order of names, and indexes of the texts of reports. Pairs of letters are
 * indexed, because Korean has no blanks to rely on; arrays in a GIN index need no extension. No function calls another
 * one: a dump is restored without a search path.
 */
export class SearchingTexts1764300000017 implements MigrationInterface {
  name = "SearchingTexts1764300000017";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("SET LOCAL statement_timeout = 0");
    await queryRunner.query(`
      CREATE FUNCTION search_key(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT ${key} $$;
      -- Dear, so that the index is used even where few rows are expected.
      CREATE FUNCTION search_grams(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
        SELECT ARRAY(
          SELECT DISTINCT substr(key, place, 2) FROM (SELECT ${key} AS key) AS keyed, generate_series(1, length(key) - 1) AS place)
      $$;
      -- Hangul first, then Latin letters: those are put behind it. The forms of companies do not count.
      CREATE FUNCTION name_order(text) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT convert_to(translate(
          regexp_replace(lower(normalize($1, NFKC)), '\\((주|유|사|재|합)\\)|주식회사|유한회사|\\s', '', 'g'),
          'abcdefghijklmnopqrstuvwxyz',
          E'${[..."abcdefghijklmnopqrstuvwxyz"].map((_, index) => `\\u${(0xe000 + index).toString(16)}`).join("")}'), 'UTF8')
      $$;
    `);
    for (const [table, text] of [
      ["statement", "text"],
      ["stated_figure", "quote"],
      ["stated_date", "quote"],
    ] as const)
      await queryRunner.query(`CREATE INDEX ${table}_grams ON ${table} USING gin (search_grams(${text}))
        WITH (gin_pending_list_limit = 512)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX statement_grams, stated_figure_grams, stated_date_grams;
      DROP FUNCTION search_key(text), search_grams(text), name_order(text);
    `);
  }
}
