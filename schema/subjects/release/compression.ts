import { promisify } from "node:util";
import {
  type BrotliOptions,
  brotliCompress,
  brotliCompressSync,
  brotliDecompress,
  constants,
} from "node:zlib";

const smallestChunk = 1 << 14;
const largestChunk = 1 << 20;

/** Content of up to so many bytes is compressed in less than a millisecond: handing it to another thread takes longer. */
const mostAtOnce = 1 << 17;

const optionsFor = ({ length }: string | Uint8Array): BrotliOptions => ({
  chunkSize: Math.min(Math.max(length, smallestChunk), largestChunk),
  params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MIN_QUALITY },
});

/** Compresses the content of a document, a long one in another thread: twice as fast as gzip at its fastest, with the same size. */
export async function compress(content: string | Uint8Array): Promise<Buffer> {
  const options = optionsFor(content);
  if (content.length <= mostAtOnce) return brotliCompressSync(content, options);
  return promisify<string | Uint8Array, BrotliOptions, Buffer>(brotliCompress)(content, options);
}

/** Inverse of `compress`; also in another thread. */
export const decompress = (compressed: Uint8Array): Promise<Buffer> =>
  promisify<Uint8Array, Buffer>(brotliDecompress)(compressed);
