// A fact is drawn by its handle; its row stays until the server has moved it.

let row, over;

function point(to, side) {
  delete over?.dataset.drop;
  over = to;
  if (to) to.dataset.drop = side;
}

const stop = () => (row = point());

addEventListener("pointerdown", ({ target, button }) => {
  if (!button) row = target.closest("[data-drag]")?.closest("tr");
});

addEventListener("pointermove", ({ clientX, clientY }) => {
  const to = row && document.elementFromPoint(clientX, clientY)?.closest("tr[data-row]");
  if (!to || to === row) return point();
  const { top, bottom } = to.getBoundingClientRect();
  point(to, clientY * 2 < top + bottom ? "before" : "after");
  to.scrollIntoView({ block: "nearest" });
});

addEventListener("pointerup", () => {
  const values = over && { to: over.dataset.drop, beside: over.id.slice("fact-".length) };
  const source = row?.querySelector("[data-drag]");
  stop();
  const answer = { source, target: "#matrix", swap: "outerHTML", values };
  // Told by swaps.js.
  if (values) htmx.ajax("POST", source.nextSibling + "move/", answer).catch(() => {});
});

addEventListener("pointercancel", stop);
addEventListener("keydown", ({ key }) => key === "Escape" && stop());
