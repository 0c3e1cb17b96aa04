import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, brotliDecompressSync, constants } from "node:zlib";

/** Twice as fast as gzip at its fastest, for as many bytes. */
const options: BrotliOptions = {
  chunkSize: 1 << 20,
  params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MIN_QUALITY },
};

/** Packs what is kept of a document; done beside all else. */
export const pack = (content: string | Uint8Array): Promise<Buffer> =>
  promisify<string | Uint8Array, BrotliOptions, Buffer>(brotliCompress)(content, options);

/** What was packed. */
export const unpack = (packed: Uint8Array): Buffer => brotliDecompressSync(packed);
