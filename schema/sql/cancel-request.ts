import pg, { type PoolClient } from "pg";

/** The parts of pg's connections that its types leave out. */
interface Wire extends pg.Connection {
  connect(portOrPath: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
}
interface BackendKey {
  processID: number;
  secretKey: number;
}

/** A server that has not handled a request by then is considered unreachable. */
const timeoutMilliseconds = 2_000;

/**
 * Asks PostgreSQL, or the pooler before it, to cancel what a connection runs, over a connection of the request's own,
 * as the protocol wants it. Resolves when the server has dealt with the request: from then on it can no longer hit
 * the next statement. Rejects if the server does not answer.
 */
export function sendCancelRequest(client: PoolClient): Promise<void> {
  const { processID, secretKey, host, port, ssl } = client as PoolClient & BackendKey;
  const wire = new pg.Connection({ ssl }) as Wire;
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => wire.stream.destroy(new Error("The request to cancel was not answered.")),
      timeoutMilliseconds,
    );
    const send = () => wire.cancel(processID, secretKey);
    wire.once("connect", () => (ssl ? wire.requestSsl() : send()));
    wire.once("sslconnect", send);
    wire.on("error", reject);
    wire.once("end", () => {
      clearTimeout(timer);
      resolve();
    });
    if (host.startsWith("/")) wire.connect(`${host}/.s.PGSQL.${port}`);
    else wire.connect(port, host);
  });
}
