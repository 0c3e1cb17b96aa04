import type { DataSourceOptions, MigrationInterface } from "typeorm";
import { FactsOfReports1763900000001 } from "./migrations/0001-facts-of-reports.ts";
import { FactsOfFeeds1763900000002 } from "./migrations/0002-facts-of-feeds.ts";
import { Access1763900000003 } from "./migrations/0003-access.ts";
import { FundingByYear1763900000004 } from "./migrations/0004-funding-by-year.ts";
import { PledgesInOrder1763900000005 } from "./migrations/0005-pledges-in-order.ts";
import { MunicipalityInEveryKey1764300000006 } from "./migrations/0006-municipality-in-every-key.ts";
import { PartsOfReportsByRelease1764300000007 } from "./migrations/0007-parts-of-reports-by-release.ts";
import { MunicipalityInKeysOfFeeds1764300000008 } from "./migrations/0008-municipality-in-keys-of-feeds.ts";
import { DocumentsInBlocks1764300000009 } from "./migrations/0009-documents-in-blocks.ts";
import { FiguresInReports1764300000011 } from "./migrations/0011-figures-in-reports.ts";
import { MappingsOfTables1764300000012 } from "./migrations/0012-mappings-of-tables.ts";
import { SumsByRelease1764300000013 } from "./migrations/0013-sums-by-release.ts";
import { RequestsOfReleases1764300000015 } from "./migrations/0015-requests-of-releases.ts";
import { HeadingsOfAmounts1764300000016 } from "./migrations/0016-headings-of-amounts.ts";
import { SearchingTexts1764300000017 } from "./migrations/0017-searching-texts.ts";
import { subjects } from "./subjects/index.ts";

/** The classes that represent tables. */
export const entities: DataSourceOptions["entities"] = subjects.flatMap((subject) => [
  ...(subject.entities ?? []),
]);

/** The steps from an empty database to these tables, in order. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  FactsOfReports1763900000001,
  FactsOfFeeds1763900000002,
  Access1763900000003,
  FundingByYear1763900000004,
  PledgesInOrder1763900000005,
  MunicipalityInEveryKey1764300000006,
  PartsOfReportsByRelease1764300000007,
  MunicipalityInKeysOfFeeds1764300000008,
  DocumentsInBlocks1764300000009,
  FiguresInReports1764300000011,
  MappingsOfTables1764300000012,
  SumsByRelease1764300000013,
  RequestsOfReleases1764300000015,
  HeadingsOfAmounts1764300000016,
  SearchingTexts1764300000017,
];
