import type { Subject } from "../subject-module.ts";
import { dataTrustBoard } from "./panels/data-trust-board.ts";
import { releasePanels } from "./panels/release-panels.ts";
import { releasePage } from "./release-page.ts";
import { releaseQueries } from "./release-queries.ts";

/** Releases, their documents, findings and changes. */
export const releaseSubject: Subject = {
  queries: releaseQueries,
  panels: releasePanels,
  boards: [dataTrustBoard],
  pages: [releasePage],
};
