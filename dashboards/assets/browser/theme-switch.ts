import { applyTheme, chooseTheme, currentTheme } from "./theme.ts";

/** A button in the head of the page that switches between light and dark. Without a script the system's choice holds. */
const button = document.createElement("button");
button.className = "theme";

/** Says what the button leads to. */
function label(): void {
  const english = document.documentElement.lang === "en";
  const toDark = currentTheme() === "light";
  if (english) button.textContent = toDark ? "Dark" : "Light";
  else button.textContent = toDark ? "어두운 화면" : "밝은 화면";
}

button.addEventListener("click", () => {
  chooseTheme(currentTheme() === "light" ? "dark" : "light");
  label();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
// Another tab of the hub has chosen.
addEventListener("storage", () => {
  applyTheme();
  label();
});
label();
document.querySelector(".top nav")?.append(button);
