// Words selected in an article go into the form for a claim, with their place in code points.

const text = document.getElementById("text");
const make = document.getElementById("make");
const field = (name) => make.querySelector(`[name=${name}]`);

// Each passage says at which code point of the article it begins.
function read(range) {
  const from = range.startContainer;
  const passage = (from.closest ? from : from.parentElement).closest("[data-at]");
  if (!passage) return null;
  const inside = range.cloneRange();
  if (!passage.contains(range.endContainer)) inside.setEnd(passage, passage.childNodes.length);
  const words = inside.toString();
  inside.setEnd(inside.startContainer, inside.startOffset);
  inside.setStart(passage, 0);
  // JavaScript counts in UTF-16, the server in code points.
  const before = inside.toString() + words.slice(0, words.length - words.trimStart().length);
  return { words: words.trim(), start: Number(passage.dataset.at) + [...before].length };
}

function take() {
  const selection = getSelection();
  const found = !selection.isCollapsed && read(selection.getRangeAt(0));
  if (!found?.words) return;
  field("words").value = found.words;
  field("start").value = found.start;
  field("occurrence").value = "";
  make.open = true;
  field("words").dispatchEvent(new Event("input", { bubbles: true }));
}

text.addEventListener("pointerup", () => setTimeout(take));
text.addEventListener("keyup", take);
document.querySelector("[data-key=c]").addEventListener("click", (event) => {
  event.preventDefault();
  take();
  make.open = true;
  field("words").focus();
});
