import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import pg from "pg";
import { acceptStartup, cancelRequest, type Message, MessageReader } from "./pooler-protocol.ts";

/** A connection to PostgreSQL, lent to one client from the first message of a transaction to its end. */
interface ServerConnection {
  stream: Socket;
  processId: number;
  secretKey: number;
  borrower: Session | null;
}

/** A client of the pooler. */
interface Session {
  socket: Socket;
  server: ServerConnection | null;
  /** What waits for a server connection; null where none is wanted. */
  waiting: Buffer[] | null;
}

/**
 * A pooler in transaction mode, as cities put before a shared PostgreSQL: many clients take turns on few connections,
 * each transaction on the one that was not used longest. Like PgBouncer up to 1.20 it knows no prepared statements and
 * refuses startup parameters that it would have to keep apart. Every client is let in.
 */
export class TransactionPooler {
  readonly url: string;
  private readonly database: string;
  private readonly listener: Server;
  private readonly sessions = new Map<number, Session>();
  private readonly free: ServerConnection[] = [];
  private readonly queue: Session[] = [];
  private sessionCount = 0;

  private constructor(database: string, listener: Server) {
    const url = new URL(database);
    url.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
    this.url = url.href;
    this.database = database;
    this.listener = listener;
    listener.on("connection", (socket) => this.accept(socket));
  }

  /** Starts a pooler before a database, with so many connections to it. */
  static async start(database: string, serverConnections: number): Promise<TransactionPooler> {
    const listener = createServer({ noDelay: true }).listen(0, "127.0.0.1");
    await once(listener, "listening");
    const pooler = new TransactionPooler(database, listener);
    for (let index = 0; index < serverConnections; index++) await pooler.openServer();
    return pooler;
  }

  async stop(): Promise<void> {
    for (const { socket } of this.sessions.values()) socket.destroy();
    for (const { stream } of this.free) stream.destroy();
    this.listener.close();
    await once(this.listener, "close");
  }

  /** pg signs in; then its connection is taken from it. */
  private async openServer(): Promise<void> {
    const client = new pg.Client({ connectionString: this.database });
    await client.connect();
    client.on("error", () => undefined);
    const { processID: processId, secretKey } = client as pg.Client & {
      processID: number;
      secretKey: number;
    };
    const stream = client.connection.stream as Socket;
    stream.removeAllListeners("data");
    const server: ServerConnection = { stream, processId, secretKey, borrower: null };
    const reader = new MessageReader();
    stream.on("data", (chunk) => {
      for (const message of reader.read(chunk)) this.fromServer(server, message);
    });
    this.release(server);
  }

  private accept(socket: Socket): void {
    socket.on("error", () => undefined);
    const key = ++this.sessionCount;
    const session: Session = { socket, server: null, waiting: null };
    const reader = new MessageReader();
    const start = (chunk: Buffer) => {
      const startup = acceptStartup(chunk, key, socket);
      if (startup === "again") return void socket.once("data", start);
      if (startup === "refused") return;
      if (startup !== "accepted") return void this.cancel(startup.key, socket);
      this.sessions.set(key, session);
      socket.on("data", (bytes) => {
        for (const message of reader.read(bytes)) this.fromClient(session, message);
      });
      socket.once("close", () => this.leave(key, session));
    };
    socket.once("data", start);
  }

  private fromClient(session: Session, { type, bytes }: Message): void {
    if (type === "X") return void session.socket.end();
    if (session.server) return void session.server.stream.write(bytes);
    if (session.waiting) return void session.waiting.push(bytes);
    session.waiting = [bytes];
    this.queue.push(session);
    this.lend();
  }

  private fromServer(server: ServerConnection, { type, bytes }: Message): void {
    const { borrower } = server;
    borrower?.socket.write(bytes);
    const isIdle = type === "Z" && bytes[5] === "I".charCodeAt(0);
    if (!borrower || !isIdle) return;
    borrower.server = null;
    this.release(server);
  }

  private release(server: ServerConnection): void {
    server.borrower = null;
    this.free.push(server);
    this.lend();
  }

  private lend(): void {
    while (this.free.length > 0 && this.queue.length > 0) {
      const session = this.queue.shift()!;
      const server = this.free.shift()!;
      Object.assign(server, { borrower: session });
      session.server = server;
      server.stream.write(Buffer.concat(session.waiting!));
      session.waiting = null;
    }
  }

  /** A transaction that its client has left is ended with its connection. */
  private leave(key: number, session: Session): void {
    this.sessions.delete(key);
    if (session.waiting) this.queue.splice(this.queue.indexOf(session), 1);
    if (!session.server) return;
    session.server.stream.destroy();
    if (this.listener.listening) this.openServer().catch(() => undefined);
  }

  private cancel(key: number, socket: Socket): void {
    const server = this.sessions.get(key)?.server;
    if (!server) return void socket.end();
    const { port, hostname } = new URL(this.database);
    const request = connect(Number(port), hostname, () =>
      request.write(cancelRequest(server.processId, server.secretKey)),
    );
    request.on("error", () => undefined);
    request.resume();
    request.once("close", () => socket.end());
  }
}
