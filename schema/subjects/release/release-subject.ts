import type { Subject } from "../subject-module.ts";
import { Change } from "./change.ts";
import { Finding } from "./finding.ts";
import { FindingResolver } from "./finding-resolver.ts";
import { releasePanels } from "./panels/release-panels.ts";
import { Release } from "./release.ts";
import { ReleaseResolver } from "./release-resolver.ts";
import { SourceDocument } from "./source-document.ts";

/** Releases, their documents, what was found in them, and what they changed. */
export const releaseSubject: Subject = {
  resolvers: [ReleaseResolver, FindingResolver],
  entities: [Change, Finding, Release, SourceDocument],
  panels: releasePanels,
};
