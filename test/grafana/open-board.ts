import type { Browser, Page, Response } from "playwright-core";
import type { InfinityTarget } from "../../dashboards/grafana/infinity-target.ts";

/** What Grafana answered and shows of one panel. */
export interface SeenPanel {
  /** The panel's queries as they went out, the reader's choices put in. */
  asked: InfinityTarget[];
  /** Rows of each query, by its refId. */
  rows: Record<string, number>;
  /** What the panel's queries answered that was an error; null where all went well. */
  error: string | null;
  /** Whether Grafana marks the panel as failed, for the reader to see. */
  isMarked: boolean;
  /** All text of the panel; a chart's is its legend and axes only, as Grafana paints the rest. */
  text: string;
}

interface QueryAnswer {
  asked?: InfinityTarget[];
  results?: Record<string, { error?: string; frames?: { data: { values: unknown[][] } }[] }>;
}

/** Of Grafana 9, and of 10 and later. */
const place = (id: number) => `[data-panelid="${id}"], [data-viz-panel-key="panel-${id}"]`;
const failed = ".panel-info-corner--error, [data-testid*='Panel status error']";
const drawn = ".panel-content, [data-testid='data-testid panel content']";

/** A board that is open in Grafana. */
export class OpenBoard {
  readonly #page: Page;
  readonly #answers = new Map<string, Promise<QueryAnswer & { status: number }>>();

  private constructor(page: Page) {
    this.#page = page;
    page.on("response", (response) => this.#keep(response));
  }

  static async open(browser: Browser, address: string): Promise<OpenBoard> {
    const token = process.env.GRAFANA_TOKEN;
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: "ko-KR",
      timezoneId: "Asia/Seoul",
      ...(token && { extraHTTPHeaders: { authorization: `Bearer ${token}` } }),
    });
    const board = new OpenBoard(page);
    await page.goto(address);
    await page.locator(place(1)).first().waitFor({ state: "attached" });
    return board;
  }

  /** Scrolls to a panel, which makes Grafana ask and draw it, and tells what is seen then. */
  async see(id: number): Promise<SeenPanel> {
    const panel = this.#page.locator(place(id)).first();
    await panel.scrollIntoViewIfNeeded();
    while (!this.#answers.has(`${id}`)) {
      await this.#page.waitForEvent("response", { predicate: (response) => panelOf(response) === `${id}` });
    }
    await panel.locator(drawn).first().waitFor();
    const { results = {}, asked = [], status } = await this.#answers.get(`${id}`)!;
    const errors = Object.values(results).flatMap(({ error }) => error ?? []);
    const rows = Object.entries(results).map(([refId, { frames }]) => [
      refId,
      frames?.[0]?.data.values[0]?.length ?? 0,
    ]);
    if (errors.length > 0) await panel.locator(failed).first().waitFor();
    return {
      asked,
      rows: Object.fromEntries(rows),
      error: errors.join(" ") || (status < 400 ? null : `${status}`),
      isMarked: (await panel.locator(failed).count()) > 0,
      text: await panel.innerText(),
    };
  }

  /** Where the first bar of a panel leads, if its bars lie on their sides: a click opens a menu with the link. */
  async linkOfFirstBar(id: number): Promise<string | null> {
    await this.see(id);
    const plot = this.#page.locator(place(id)).first().locator(".u-over");
    const { x, y } = (await plot.boundingBox())!;
    await this.#page.mouse.move(x + 5, y + 5);
    await this.#page.waitForTimeout(500);
    await this.#page.mouse.click(x + 5, y + 5);
    return this.#page
      .getByRole("link", { name: /^근거 보기/ })
      .first()
      .getAttribute("href");
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  #keep(response: Response): void {
    const id = panelOf(response);
    if (!id) return;
    // A panel that is asked anew, because a choice came in, is told by its last answer.
    const status = response.status();
    const { queries: asked } = response.request().postDataJSON() as { queries: InfinityTarget[] };
    const answer = response.json().then((told: QueryAnswer) => ({ ...told, asked, status }));
    this.#answers.set(
      id,
      answer.catch((error) => ({ results: { A: { error: `${error}` } }, asked, status })),
    );
  }
}

/** The panel that asked, of a response to a query; undefined for all other responses. */
const panelOf = (response: Response): string | undefined =>
  response.url().includes("/api/ds/query") ? response.request().headers()["x-panel-id"] : undefined;
