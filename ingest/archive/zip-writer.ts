import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { archiveExists } from "./archive-errors.ts";
import { entryNames } from "./archive-format.ts";

/**
 * Writes a ZIP file, entry after entry, so that one entry is in memory at a time, with the sums of all at its end. The
 * file appears under its name when it is complete, and only its owner may read it.
 */
export class ZipWriter {
  private readonly zip = new ZipFile();
  private readonly sums: string[] = [];
  private readonly path: string;
  private readonly mtime: Date;
  private readonly written: Promise<void>;

  /** Throws ARCHIVE_EXISTS if there is a file of this name, which is not replaced. */
  static async open(path: string, mtime: Date): Promise<ZipWriter> {
    const isTaken = await access(path).then(
      () => true,
      () => false,
    );
    if (isTaken) throw archiveExists(path);
    return new ZipWriter(path, mtime);
  }

  private constructor(path: string, mtime: Date) {
    this.path = path;
    this.mtime = mtime;
    const file = createWriteStream(this.unfinished, { mode: 0o600, flush: true });
    this.written = pipeline(this.zip.outputStream, file);
    // It may fail before anybody waits for it.
    this.written.catch(() => undefined);
  }

  /** Adds an entry and waits until it is written. */
  async add(name: string, content: Buffer): Promise<void> {
    this.sums.push(`${createHash("sha256").update(content).digest("hex")}  ${name}\n`);
    const stream = Readable.from([content], { objectMode: false });
    const taken = new Promise<void>((resolve, reject) => {
      stream.once("end", resolve);
      this.written.catch(reject);
    });
    this.zip.addReadStream(stream, name, { mtime: this.mtime, mode: 0o600, size: content.length });
    await taken;
  }

  /** Completes the file. */
  async end(): Promise<void> {
    await this.add(entryNames.sums, Buffer.from(this.sums.join("")));
    this.zip.end();
    await this.written;
    await rename(this.unfinished, this.path);
  }

  /** Removes what was written. */
  async abandon(): Promise<void> {
    (this.zip.outputStream as Readable).destroy();
    await this.written.catch(() => undefined);
    await rm(this.unfinished, { force: true });
  }

  private get unfinished(): string {
    return `${this.path}.unfinished`;
  }
}
