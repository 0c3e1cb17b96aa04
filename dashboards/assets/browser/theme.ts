/** How pages look: as the system does, or as the reader chose. */
export type Theme = "light" | "dark";

const key = "hub-theme";

/** The reader's choice, kept in this browser; null where there is none, or the browser keeps nothing. */
function chosenTheme(): Theme | null {
  try {
    const value = localStorage.getItem(key);
    return value === "light" || value === "dark" ? value : null;
  } catch {
    return null;
  }
}

/** How the page looks now. */
export const currentTheme = (): Theme =>
  chosenTheme() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

/** Lets the page look as the reader chose; without a choice it follows the system. */
export function applyTheme(): void {
  const chosen = chosenTheme();
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
}

/** Keeps a choice for all pages. One that is what the system says follows the system again. */
export function chooseTheme(theme: Theme): void {
  const ofSystem = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  try {
    if (theme === ofSystem) localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
    applyTheme();
  } catch {
    // Nothing is kept: this page alone looks as chosen.
    document.documentElement.dataset.theme = theme;
  }
}
