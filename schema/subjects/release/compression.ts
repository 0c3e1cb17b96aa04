import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, brotliDecompress, constants } from "node:zlib";

const smallestChunk = 1 << 14;
const largestChunk = 1 << 20;

/** Compresses the content of a document in another thread: twice as fast as gzip at its fastest, with the same size. */
export function compress(content: string | Uint8Array): Promise<Buffer> {
  const options: BrotliOptions = {
    chunkSize: Math.min(Math.max(content.length, smallestChunk), largestChunk),
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MIN_QUALITY },
  };
  return promisify<string | Uint8Array, BrotliOptions, Buffer>(brotliCompress)(content, options);
}

/** Inverse of `compress`; also in another thread. */
export const decompress = (compressed: Uint8Array): Promise<Buffer> =>
  promisify<Uint8Array, Buffer>(brotliDecompress)(compressed);
