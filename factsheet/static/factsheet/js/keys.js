// Single keys. An element says its key with data-key; rows that j and k walk through carry data-row.
// Within the row, or the part with keys of its own, that holds the focus its keys win; those of others are never meant.
// data-then names the field where the choice of an element goes on. Ctrl-Enter sends the form that is written in.

const TYPING = "input:not([type=radio], [type=checkbox], [type=submit], [type=button]), select, textarea, [contenteditable]";

// Switched off by whoever is signed in (components/_keys_switch.html).
const isOn = () => !document.querySelector("[data-keys-off]");

const OWN = "[data-row], [data-keys]";
const FIELDS = "input:not([type=hidden]), select, textarea";

const isVisible = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;

function findTarget(key, focused) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const own = focused.closest(OWN)?.querySelector(selector);
  if (own) return own;
  const others = [...document.querySelectorAll(selector)];
  return others.find((element) => isVisible(element) && (element.matches("summary") || !element.closest(OWN)));
}

function useTarget(target) {
  // A dialog gives the focus back to where it was.
  if (!target.dataset.dialog) target.focus();
  if (target.matches("select")) return;
  const part = target.matches("summary") && target.parentElement;
  // What is open already is gone into, not closed.
  if (!part?.open) target.click();
  if (part) part.querySelector(FIELDS)?.focus();
  document.getElementById(target.dataset.then)?.focus();
}

function step(key, focused) {
  const rows = [...document.querySelectorAll("[data-row]")].filter(isVisible);
  const here = rows.indexOf(focused.closest("[data-row]"));
  const next = rows[key === "j" ? here + 1 : Math.max(here - 1, 0)];
  const stop = next?.querySelector("[data-stop]") ?? next?.querySelector("a, button, input");
  stop?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit();
  const panel = event.key === "Escape" && event.target.closest?.(TYPING)?.closest("#panel");
  if (panel) {
    // Out of the field first, so that keys work again; the next one closes the panel.
    event.preventDefault();
    panel.querySelector("[data-focus]").focus();
  }
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const focused = event.target instanceof Element ? event.target : document.body;
  if (event.key.length !== 1 || !isOn() || focused.closest(TYPING) || document.querySelector("dialog[open]")) return;
  const target = findTarget(event.key, focused);
  if (target) {
    event.preventDefault();
    useTarget(target);
  } else if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    step(event.key, focused);
  }
});
