import type { Socket } from "node:net";

/** A message of PostgreSQL's protocol, whole: one letter, its length, its content. */
export interface Message {
  type: string;
  bytes: Buffer;
}

/** Cuts what a connection brings into messages. */
export class MessageReader {
  private rest = Buffer.alloc(0);

  read(chunk: Buffer): Message[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const messages: Message[] = [];
    let start = 0;
    while (this.rest.length >= start + 5) {
      const end = start + 1 + this.rest.readInt32BE(start + 1);
      if (this.rest.length < end) break;
      const bytes = this.rest.subarray(start, end);
      messages.push({ type: String.fromCharCode(bytes[0]!), bytes });
      start = end;
    }
    this.rest = this.rest.subarray(start);
    return messages;
  }
}

const sslRequestCode = 80_877_103;
const cancelRequestCode = 80_877_102;
/** What PgBouncer 1.18 accepts without `ignore_startup_parameters`. */
const startupParameters = new Set([
  ...["user", "database", "application_name", "client_encoding"],
  ...["datestyle", "timezone", "standard_conforming_strings"],
]);

/**
 * Deals with the first message of a client, to whom `key` is given as its process number: lets it in, refuses it, or
 * finds that it asks to cancel what the client of another key runs. "again": another first message follows.
 */
export function acceptStartup(
  chunk: Buffer,
  key: number,
  socket: Socket,
): "accepted" | "refused" | "again" | { key: number } {
  const code = chunk.readInt32BE(4);
  if (code === sslRequestCode) {
    socket.write("N");
    return "again";
  }
  if (code === cancelRequestCode) return { key: chunk.readInt32BE(8) };
  const words = chunk.subarray(8).toString().split("\0");
  const unknown = words.find(
    (word, index) => index % 2 === 0 && word !== "" && !startupParameters.has(word.toLowerCase()),
  );
  if (unknown !== undefined) {
    const fields = ["SFATAL", "C08P01", `Munsupported startup parameter: ${unknown}`, "", ""];
    socket.end(message("E", Buffer.from(fields.join("\0"))));
    return "refused";
  }
  const authenticationOk = message("R", integers(0));
  const backendKeyData = message("K", integers(key, 0));
  socket.write(Buffer.concat([authenticationOk, backendKeyData, message("Z", Buffer.from("I"))]));
  return "accepted";
}

/** The message that asks PostgreSQL to cancel what a connection runs. */
export const cancelRequest = (processId: number, secretKey: number): Buffer =>
  integers(16, cancelRequestCode, processId, secretKey);

const message = (type: string, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from(type), integers(content.length + 4), content]);

function integers(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeInt32BE(number, index * 4);
  return bytes;
}
