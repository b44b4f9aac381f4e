// The palette: Ctrl-K opens it anywhere, arrows walk through it, a letter goes on typing.

addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (key === "k" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    document.querySelector("[data-dialog=palette]").click();
  }
  const stops = [...(target.closest?.("[data-palette]")?.querySelectorAll("[type=search], #found a") ?? [])];
  const here = stops.indexOf(target);
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (here >= 0 && step) {
    event.preventDefault();
    stops.at((here + step) % stops.length).focus();
  } else if (here > 0 && key.length === 1) {
    stops[0].focus();
  }
});
