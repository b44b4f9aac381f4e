// After a swap by htmx: the focus, the row that is open, what is said when no answer came.

const byId = (id) => document.getElementById(id);
const allRows = () => [...document.querySelectorAll("[data-row]")];
let lastRow = -1;

// A form that came back begins with its first wrong field, or what is wrong with all of it.
(document.querySelector("main [aria-invalid]") ?? document.querySelector("main [role=alert][data-focus]"))?.focus();

function markOpenRow() {
  const open = byId("panel")?.dataset.fact;
  for (const link of document.querySelectorAll("[data-open]")) {
    link.ariaCurrent = link.closest("tr").id === `fact-${open}` ? "true" : null;
  }
}

function closePanel() {
  const panel = byId("panel");
  const row = byId(`fact-${panel?.dataset.fact}`);
  if (!panel || !document.querySelector("[data-open]")) return;
  panel.replaceChildren();
  panel.hidden = true;
  delete panel.dataset.fact;
  markOpenRow();
  row?.querySelector("[data-open]")?.focus();
  history.pushState({ htmx: true }, "", location.href.replace(/.fact=\d+$/, ""));
}

// Sentences of components/told.html.
function say(id, words) {
  const message = byId(id).content.cloneNode(true);
  if (words) message.querySelector("span").textContent = words;
  const announcer = byId("announcer");
  // What the clock finds lost again is no news.
  if (announcer.textContent !== message.textContent) announcer.replaceChildren(message);
}

// A refusal says where it goes. A whole page in place of a fragment is the sign-in form: what is here stays.
addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.getResponseHeader("HX-Retarget")) {
    detail.shouldSwap = true;
    detail.isError = false;
  } else if (detail.shouldSwap && /^\s*<!doctype/i.test(detail.serverResponse)) {
    detail.shouldSwap = false;
    say("expired");
  }
});

// Where it began, should the swap take the control.
addEventListener("htmx:beforeRequest", ({ target }) => {
  lastRow = allRows().indexOf(target.closest("[data-row]"));
});

addEventListener("htmx:afterSettle", ({ detail }) => {
  markOpenRow();
  // Nobody acted.
  if (/announcer|present/.test(detail.target?.id + detail.elt?.id)) return;
  const fresh = byId(detail.target?.id) ?? detail.elt;
  const lost = document.activeElement === document.body;
  // The last: what is wrong stands below the heading.
  const wanted = [...(fresh?.querySelectorAll("[data-focus]") ?? [])].at(-1);
  if (wanted) {
    // Only where what came lies out of view.
    wanted.focus({ preventScroll: true });
    const box = wanted.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) fresh.scrollIntoView();
  } else if (lost) {
    // That row, or the last left.
    const row = allRows().slice(0, lastRow + 1 || 1).at(-1);
    const stop = document.querySelector("dialog[open] [autofocus]") ?? row?.querySelector("a, button, input");
    (stop ?? byId("main")).focus();
  }
});

addEventListener("htmx:responseError", ({ detail }) => {
  const page = new DOMParser().parseFromString(detail.xhr.responseText, "text/html");
  say("failed", page.querySelector("main p")?.textContent.trim());
});
for (const name of ["htmx:sendError", "htmx:timeout"]) addEventListener(name, () => say("lost"));

addEventListener("click", ({ target }) => target.closest("[data-close-panel]") && closePanel());
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open], details.menu[open], [data-drop]")) closePanel();
});
