/** Choosing shows at once what is chosen, in place; without a script the button of the form does. */

/** Says to those who do not see it that the page shows something else now. */
const status = document.createElement("p");
status.className = "unseen";
status.setAttribute("role", "status");
document.body.append(status);

/** The address of what is shown, without a place in it: going there, as by the skip link, shows nothing else. */
const pageOf = ({ pathname, search }: Location): string => pathname + search;
let currentPage = pageOf(location);

/** Counts what was asked for: of two answers on their way only that to the later question is shown. */
let lastRequest = 0;

document.addEventListener("change", ({ target }) => {
  const list = target instanceof HTMLSelectElement ? target : null;
  const form = list?.closest<HTMLFormElement>("form.choices");
  if (!list || !form) return;
  const chosen = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  void show(`${form.action}?${new URLSearchParams(chosen)}`, list.name);
});

addEventListener("popstate", () => {
  if (pageOf(location) === currentPage) return;
  currentPage = pageOf(location);
  void show(location.href);
});

/** Shows another page in place of this one, and stays at the list that was chosen from; goes there where that fails. */
async function show(address: string, chosenFrom?: string): Promise<void> {
  lastRequest += 1;
  const own = lastRequest;
  const answer = await fetch(address).catch(() => null);
  const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  if (own !== lastRequest) return;
  const here = document.querySelector("#content");
  const there = page?.querySelector("#content");
  if (!answer || !page || !here || !there) return location.assign(address);
  // Where the choices are folded away, who opened them goes on choosing.
  if (here.querySelector("details.chosen")?.hasAttribute("open"))
    there.querySelector("details.chosen")?.setAttribute("open", "");
  here.replaceChildren(...[...there.childNodes].map((node) => document.importNode(node, true)));
  const other = page.querySelector<HTMLAnchorElement>("header a[hreflang]")?.getAttribute("href");
  if (other) document.querySelector("header a[hreflang]")?.setAttribute("href", other);
  if (!chosenFrom) return;
  history.pushState(null, "", answer.url);
  currentPage = pageOf(location);
  document.querySelector<HTMLElement>(`form.choices [name="${chosenFrom}"]`)?.focus();
  status.textContent =
    document.documentElement.lang === "en" ? "Shows what you chose." : "고른 대로 보입니다.";
}
