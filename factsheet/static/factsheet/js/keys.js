// Single keys. An element names its key in data-key; j and k walk through what carries data-row. The keys of the row or
// the part that holds the focus win; those of other rows are never meant. data-then names the field to go on with.
// Ctrl-Enter sends the form that is written in.

const TYPING = "input:not([type=radio], [type=checkbox], [type=submit], [type=button]), select, textarea, [contenteditable]";

const OWN = "[data-row], [data-keys]";

// A dialog, or the switch of who is signed in (components/_keys_switch.html).
const SILENT = "dialog[open], [data-keys-off]";

function findTarget(key, focused) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const own = focused.closest(OWN)?.querySelector(selector);
  if (own) return own;
  const others = [...document.querySelectorAll(selector)];
  return others.find((element) => element.checkVisibility() && (element.matches("summary") || !element.closest(OWN)));
}

function useTarget(target) {
  // A dialog gives the focus back to where it was.
  if (!target.dataset.dialog) target.focus();
  if (target.matches("select")) return;
  const part = target.matches("summary") && target.parentElement;
  // What is open already is gone into, not closed.
  if (!part?.open) target.click();
  if (part) part.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  document.getElementById(target.dataset.then)?.focus();
}

function step(key, focused) {
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.checkVisibility());
  const here = rows.indexOf(focused.closest("[data-row]"));
  const next = rows[key === "j" ? here + 1 : Math.max(here - 1, 0)];
  next?.querySelector("a, button, input").focus();
  next?.scrollIntoView({ block: "nearest" });
}

addEventListener("keydown", (event) => {
  const { key, target: focused } = event;
  if (key === "Enter" && (event.ctrlKey || event.metaKey)) focused.form?.requestSubmit();
  const panel = key === "Escape" && focused.closest(TYPING)?.closest("#panel");
  if (panel) {
    // Out of the field first; the next one closes the panel.
    event.preventDefault();
    panel.querySelector("[data-focus]").focus();
  }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (key.length !== 1 || focused.closest(TYPING) || document.querySelector(SILENT)) return;
  const target = findTarget(key, focused);
  if (target) {
    event.preventDefault();
    useTarget(target);
  } else if (key === "j" || key === "k") {
    event.preventDefault();
    step(key, focused);
  }
});
