import { Agent, createServer, request, type Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/** A reverse proxy before several hubs, which sends requests to those that say on /ready that they are. */
export class Balancer {
  private readonly hubs = new Set<string>();
  private readonly ready: string[] = [];
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;
  private turn = 0;
  private isOpen = true;

  private constructor() {
    this.server = createServer((incoming, outgoing) => {
      this.turn += 1;
      const hub = new URL(this.ready[this.turn % this.ready.length] ?? "http://127.0.0.1:1");
      const { method, headers, url } = incoming;
      const forwarded = request({
        ...{ hostname: hub.hostname, port: hub.port, method, headers, path: url, agent: this.agent },
      });
      forwarded.once("response", (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(outgoing);
      });
      forwarded.once("error", (error) => outgoing.writeHead(502).end(error.message));
      incoming.pipe(forwarded);
    });
  }

  static async start(): Promise<Balancer> {
    const balancer = new Balancer();
    await new Promise<void>((resolve) => balancer.server.listen(0, "127.0.0.1", resolve));
    void balancer.watch();
    return balancer;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === "object" && address?.port}`;
  }

  /** Adds a hub and waits until it gets requests. */
  async add(hub: string): Promise<void> {
    this.hubs.add(hub);
    while (!this.ready.includes(hub)) await delay(20);
  }

  /** Resolves when a hub gets no more requests. */
  async left(hub: string): Promise<void> {
    while (this.ready.includes(hub)) await delay(20);
    this.hubs.delete(hub);
  }

  async stop(): Promise<void> {
    this.isOpen = false;
    this.agent.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async watch(): Promise<void> {
    while (this.isOpen) {
      for (const hub of [...this.hubs]) {
        const isReady = await fetch(`${hub}/ready`).then(
          ({ ok }) => ok,
          () => false,
        );
        const at = this.ready.indexOf(hub);
        if (isReady && at < 0) this.ready.push(hub);
        if (!isReady && at >= 0) this.ready.splice(at, 1);
      }
      await delay(50);
    }
  }
}
