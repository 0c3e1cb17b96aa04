import { Worker } from "node:worker_threads";
import type { FindingDraft } from "../../draft-finding.ts";
import type { DocumentModel } from "../document-model.ts";
import type { OfficeFormat } from "./office-format.ts";
import { damagedDocument, documentTooLarge } from "./unreadable-document.ts";

/** What a document may take: reports of a hundred pages take seconds and some tens of megabytes. */
export interface ConversionLimits {
  milliseconds: number;
  heapMegabytes: number;
  /** How much the process may grow meanwhile: what is inflated is not on the heap. */
  grownMegabytes: number;
}

const defaultLimits: ConversionLimits = { milliseconds: 60_000, heapMegabytes: 768, grownMegabytes: 1_536 };
const memoryInterval = 100;

/** The built worker: tests run from the sources, and Node loads no TypeScript. */
const script = import.meta.url.endsWith(".ts")
  ? new URL("../../../dist/ingest/documents/office/convert-worker.js", import.meta.url)
  : new URL("./convert-worker.js", import.meta.url);

/**
 * Reads a document in a thread of its own, which is stopped at the limits: files come from outside, and whoever wrote
 * them may mean harm. Content that a reader did not expect makes a document damaged.
 */
export function convertInWorker(
  format: OfficeFormat,
  bytes: Uint8Array,
  { milliseconds, heapMegabytes, grownMegabytes }: ConversionLimits = defaultLimits,
): Promise<DocumentModel | { finding: FindingDraft }> {
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: { format, bytes },
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, stackSizeMb: 4 },
      env: {},
      // Libraries print warnings, which are no output of the hub.
      stdout: true,
      stderr: true,
    });
    const answer = (result: DocumentModel | { finding: FindingDraft }) => {
      clearTimeout(timer);
      clearInterval(watch);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => answer(documentTooLarge()), milliseconds);
    const most = process.memoryUsage.rss() + grownMegabytes * 2 ** 20;
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) answer(documentTooLarge());
    }, memoryInterval);
    worker.on("message", answer);
    worker.on("error", (error) => {
      const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
      answer(isTooLarge ? documentTooLarge() : damagedDocument());
    });
    worker.on("exit", () => answer(damagedDocument()));
  });
}
