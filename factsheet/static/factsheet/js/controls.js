// Menus that close, dialogs, copies, boxes ticked together.

addEventListener("click", (event) => {
  const { target } = event;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
  const dialog = document.getElementById(target.closest("[data-dialog]")?.dataset.dialog);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  }
  target.closest("[data-dismiss]")?.closest(".message").remove();
  const place = target.closest("[data-place]");
  if (place) chooseFor(place.dataset.place);
  const button = target.closest("[data-copy]");
  if (button) copy(button);
});

// Back leads to what stands there now.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

// Where the clipboard is closed, the words are at least chosen.
function copy(button) {
  const words = document.getElementById(button.dataset.copy);
  getSelection().selectAllChildren(words);
  navigator.clipboard?.writeText(words.textContent).then(() => {
    button.textContent = button.dataset.copied;
  });
}

addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (!menu) return;
  event.preventDefault();
  menu.open = false;
  menu.querySelector("summary").focus();
});

// An opened menu hands the focus to its first control.
addEventListener(
  "toggle",
  ({ target }) => {
    if (target.matches?.("details.menu[open]")) target.querySelector("select, a, button")?.focus();
  },
  true,
);

const boxes = (name) => [...document.querySelectorAll(`input[type=checkbox][name="${name}"]`)];

function count(name) {
  const ticked = boxes(name).filter((box) => box.checked).length;
  for (const place of document.querySelectorAll(`[data-selected="${name}"]`)) {
    place.textContent = `${ticked} ${place.dataset.words}`;
  }
}

// To place a claim: tick it unless others are, and go to the list of facts.
function chooseFor(value) {
  const all = boxes("evidence");
  if (!all.some((box) => box.checked)) all.find((box) => box.value === value).checked = true;
  count("evidence");
  document.getElementById("bulk-fact").focus();
}

let last;
addEventListener("click", (event) => {
  const box = event.target;
  if (box.type !== "checkbox") return;
  const all = box.dataset.selectAll ?? box.name;
  if (box.dataset.selectAll) {
    for (const other of boxes(all)) other.checked = box.checked;
  } else if (event.shiftKey && last && last !== box && last.name === box.name) {
    const row = boxes(box.name);
    const [from, to] = [row.indexOf(last), row.indexOf(box)].sort((a, b) => a - b);
    for (const other of row.slice(from, to + 1)) other.checked = box.checked;
  }
  last = box.dataset.selectAll ? null : box;
  if (all) count(all);
});
