import { decodeText } from "../decode-text.ts";
import { damaged } from "../unreadable.ts";

/** The pages of an MHTML file ("single file web page"), one after the other. Throws ReadingStopped. */
export function htmlOfMhtml(bytes: Buffer): string {
  // One character a byte, so that the parts keep their own encodings.
  const pages = partsOf(bytes.toString("latin1")).map((page) => {
    const decoded = decodeText(page);
    if ("finding" in decoded) throw damaged();
    return decoded.text;
  });
  if (pages.length === 0) throw damaged();
  return pages.join("\n");
}

/** The bytes of all HTML parts of a message. */
function partsOf(message: string): Buffer[] {
  const { headers, body } = split(message);
  const boundary = /boundary="?([^";\n]+)"?/i.exec(headers)?.[1];
  if (boundary)
    return body
      .split(`--${boundary}`)
      .slice(1)
      .flatMap((part) => (part.startsWith("--") ? [] : partsOf(part.replace(/^\r?\n/, ""))));
  return /^content-type:\s*text\/html/im.test(headers) ? [decoded(headers, body)] : [];
}

/** Headers, whose continued lines are joined, and what follows the first blank line. */
function split(message: string): { headers: string; body: string } {
  const blank = /\r?\n\r?\n/.exec(message);
  const end = blank?.index ?? message.length;
  const headers = message.slice(0, end).replace(/\r?\n[ \t]+/g, " ");
  return { headers, body: message.slice(end + (blank?.[0].length ?? 0)) };
}

function decoded(headers: string, body: string): Buffer {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const text = body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(text, "latin1");
}
