import "./show-choice.ts";
import "./theme-switch.ts";

/**
 * What a script adds to pages that are whole without it: hovering over a mark, or coming to it by keyboard,
 * tells its row of the table, a click on it, or on the row's link to its facts, opens these in a drawer; and so
 * does the form for an embed.
 */
const hint = document.createElement("div");
hint.className = "hint";
hint.hidden = true;

const drawer = document.createElement("dialog");
drawer.className = "drawer";
// A click beside it closes it, as Esc does.
drawer.setAttribute("closedby", "any");
document.body.append(hint, drawer);

/** The mark or link that the drawer was opened from: focus goes back there. */
let opener: HTMLElement | SVGElement | null = null;
drawer.addEventListener("close", () => {
  opener?.focus();
  // The reader has read the facts; the row would only be in the way.
  hint.hidden = true;
});

/** The row of the table that a mark of a picture stands for; null for what is no mark. */
function rowOf(target: EventTarget | null): HTMLTableRowElement | null {
  const mark = target instanceof Element ? target.closest(".mark[data-row]") : null;
  const figure = mark?.closest("[data-panel]");
  return figure?.querySelector(`tr[data-row="${mark?.getAttribute("data-row")}"]`) ?? null;
}

/** A row in words, each figure after the heading of its column. */
function rowText(row: HTMLTableRowElement): string {
  const heads = [...(row.closest("table")?.querySelectorAll("thead th") ?? [])];
  const cells = [...row.cells].filter((cell) => !cell.querySelector(".facts-link"));
  return cells
    .map(
      (cell, at) =>
        `${at > 0 ? `${heads[at]?.firstChild?.textContent}: ` : ""}${(cell.textContent ?? "").trim()}`,
    )
    .filter(Boolean)
    .join("\n");
}

/** Tells the row of a mark beside a place on the page; nothing for what is no mark. */
function tell(target: EventTarget | null, left: number, top: number): void {
  const row = rowOf(target);
  hint.hidden = row === null;
  if (!row) return;
  hint.innerText = rowText(row);
  hint.style.left = `${Math.max(0, Math.min(left, document.documentElement.clientWidth - 330))}px`;
  hint.style.top = `${Math.min(top, scrollY + innerHeight - hint.offsetHeight)}px`;
}

document.addEventListener("mousemove", (event) => tell(event.target, event.pageX + 12, event.pageY + 12));
document.addEventListener("focusin", ({ target }) => {
  const box = target instanceof Element ? target.getBoundingClientRect() : null;
  if (box) tell(target, box.left + scrollX, box.bottom + scrollY + 4);
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") hint.hidden = true;
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const link =
    rowOf(target)?.querySelector<HTMLAnchorElement>(".facts-link") ??
    target?.closest<HTMLAnchorElement>("a.facts-link, a.embed-link");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (!drawer.open) opener = target?.closest<HTMLElement | SVGElement>("a") ?? null;
  open(link.href);
});

/** Shows a page's content in the drawer; where it cannot be had, goes to the page, which says why. */
async function open(address: string): Promise<void> {
  const answer = await fetch(address).catch(() => null);
  if (!answer) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const title = page.querySelector("h1")?.textContent ?? "";
  // Of a panel its figures; of the form for an embed, or of what is wrong, all but the heading, which stands above.
  page.querySelector("h1")?.remove();
  const figures = page.querySelector(".panel");
  const body = figures ? [figures] : [...(page.querySelector("#content")?.children ?? [])];
  const close = document.createElement("button");
  close.textContent = document.documentElement.lang === "en" ? "Close" : "닫기";
  close.addEventListener("click", () => drawer.close());
  const heading = document.createElement("h2");
  const whole = document.createElement("a");
  whole.href = address;
  whole.textContent = title;
  heading.append(whole);
  drawer.setAttribute("aria-label", title);
  drawer.replaceChildren(close, heading, ...body.map((one) => document.importNode(one, true)));
  hint.hidden = true;
  if (!drawer.open) drawer.showModal();
  close.focus();
}
