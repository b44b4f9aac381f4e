// What follows a swap by htmx: where the focus goes, which row is open, and what is said when no answer came.

const announcer = document.getElementById("announcer");
const allRows = () => [...document.querySelectorAll("[data-row]")];
let lastRow = -1;

// A form that came back begins with its first wrong field, or with what is wrong with all of it.
(document.querySelector("main [aria-invalid]") ?? document.querySelector("main [role=alert][data-focus]"))?.focus();

function markOpenRow() {
  const open = document.getElementById("panel")?.dataset.fact;
  for (const link of document.querySelectorAll("[data-open]")) {
    link.ariaCurrent = link.closest("tr").id === `fact-${open}` ? "true" : null;
  }
}

function closePanel() {
  const panel = document.getElementById("panel");
  const row = document.getElementById(`fact-${panel?.dataset.fact}`);
  if (!panel || !document.querySelector("[data-open]")) return;
  panel.replaceChildren();
  panel.hidden = true;
  delete panel.dataset.fact;
  markOpenRow();
  row?.querySelector("[data-open]")?.focus();
  history.pushState({ htmx: true }, "", location.href.replace(/.fact=\d+$/, ""));
}

// The sentences stand in components/told.html.
function say(id, words) {
  const message = document.getElementById(id).content.cloneNode(true);
  if (words) message.querySelector("span").textContent = words;
  announcer.replaceChildren(message);
}

// A refusal says where it goes. A whole page where a fragment was asked for is the sign-in form: the page stays.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.getResponseHeader("HX-Retarget")) {
    detail.shouldSwap = true;
    detail.isError = false;
  } else if (detail.shouldSwap && /^\s*<!doctype/i.test(detail.serverResponse)) {
    detail.shouldSwap = false;
    say("expired");
  }
});

// The place of the control that started the request, for when the swap takes the control away.
document.addEventListener("htmx:beforeRequest", ({ target }) => {
  lastRow = allRows().indexOf(target.closest("[data-row]"));
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  markOpenRow();
  if (detail.target?.id === "announcer" || detail.elt?.id === "announcer") return;
  const fresh = document.getElementById(detail.target?.id) ?? detail.elt;
  const lost = document.activeElement === document.body || !document.activeElement;
  // The last that asks: what went wrong stands below the heading.
  const wanted = [...(fresh?.querySelectorAll("[data-focus]") ?? [])].at(-1);
  if (wanted) {
    // The page moves only when what came lies out of view, and then so far that all of it can be read.
    wanted.focus({ preventScroll: true });
    const box = wanted.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) fresh.scrollIntoView({ block: "start" });
  } else if (lost) {
    const rows = allRows();
    const row = rows[Math.min(Math.max(lastRow, 0), rows.length - 1)];
    const stop = document.querySelector("dialog[open] [autofocus]") ?? row?.querySelector("[data-stop], a, button");
    (stop ?? document.getElementById("main")).focus();
  }
});

document.addEventListener("htmx:responseError", ({ detail }) => {
  const page = new DOMParser().parseFromString(detail.xhr.responseText, "text/html");
  say("failed", page.querySelector("main p")?.textContent.trim());
});
document.addEventListener("htmx:sendError", () => say("lost"));
document.addEventListener("htmx:timeout", () => say("lost"));

document.addEventListener("click", ({ target }) => {
  if (target.closest?.("[data-close-panel]")) closePanel();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open], details.menu[open]")) closePanel();
});
