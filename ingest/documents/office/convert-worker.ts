import { parentPort, workerData } from "node:worker_threads";
import { ReadingStopped } from "../table.ts";
import { convert } from "./convert.ts";
import type { OfficeFormat } from "./office-format.ts";

/** The thread that reads one document: started by convertInWorker, ends with its answer. */
const { format, bytes }: { format: OfficeFormat; bytes: Uint8Array } = workerData;
try {
  parentPort!.postMessage(await convert(format, bytes));
} catch (error) {
  if (!(error instanceof ReadingStopped)) throw error;
  parentPort!.postMessage({ finding: error.finding });
}
