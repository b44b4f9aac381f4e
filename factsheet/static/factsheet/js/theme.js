// Runs before the page is drawn, so that a chosen theme does not flash; without it the system's choice stands.
const root = document.documentElement;
root.classList.add("js");

function readTheme() {
  try {
    return localStorage.getItem("theme") || "auto";
  } catch {
    return "auto";
  }
}

function applyTheme(theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

applyTheme(readTheme());

document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector("[data-theme-switch]");
  if (!button) return;
  const order = ["auto", "light", "dark"];
  const say = (theme) => {
    const words = `${button.dataset.label}: ${button.dataset[theme]}`;
    button.querySelector("span").textContent = words;
    button.setAttribute("aria-label", words);
  };
  say(readTheme());
  button.addEventListener("click", () => {
    const theme = order[(order.indexOf(readTheme()) + 1) % order.length];
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    applyTheme(theme);
    say(theme);
  });
});
