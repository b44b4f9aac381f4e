// What is typed is kept in this browser, by person, form and field, until the server has accepted it or they sign out.

// Without a store, this ends here.
const store = localStorage;
const PREFIX = "unsaved ";
const TEXT = "textarea, input:not([type=hidden], [type=password], [type=radio], [type=checkbox], [type=file])";

const cookie = (name) => document.cookie.match(`\\b${name}="?([^;"]+)`)?.[1];
const keyOf = (path) => `${PREFIX}${document.body.dataset.user} ${path}`;
const pathOf = (form) => new URL(form.getAttribute("action") ?? "", location.href).pathname;
const forget = (path) => store.removeItem(keyOf(path));
const fieldsOf = (form) => [...form.elements].filter((field) => field.matches(`[name]:is(${TEXT}, select, [type=radio])`));

function keep(form) {
  const fields = fieldsOf(form);
  if (!fields.some((field) => field.matches(TEXT) && field.value !== field.defaultValue)) return forget(pathOf(form));
  const chosen = fields.filter(({ type, checked }) => type !== "radio" || checked).map(({ name, value }) => [name, value]);
  store.setItem(keyOf(pathOf(form)), JSON.stringify(Object.fromEntries(chosen)));
}

function restore(form) {
  const kept = JSON.parse(store.getItem(keyOf(pathOf(form)))) ?? {};
  let isNews;
  for (const field of fieldsOf(form)) {
    const value = kept[field.name];
    if (field.type === "radio") field.checked ||= field.value === value;
    else if (value !== undefined && field.value !== value) {
      field.value = value;
      isNews = true;
    }
  }
  if (!isNews) return;
  form.closest("details")?.setAttribute("open", "");
  form.prepend(document.getElementById("restored").content.cloneNode(true));
}

// A form that answers itself holds what was sent.
function restoreAll(answered) {
  for (const form of document.querySelectorAll("form[method=post]")) if (pathOf(form) !== answered) restore(form);
}

function forgetAccepted() {
  forget(cookie("accepted"));
  document.cookie = "accepted=; path=/; max-age=0";
}

forgetAccepted();
restoreAll();
addEventListener("htmx:afterRequest", forgetAccepted);
addEventListener("htmx:afterSettle", ({ detail }) => restoreAll(detail.requestConfig?.path));

addEventListener("input", ({ target }) => {
  const form = target.form ?? target;
  if (form.method === "post") keep(form);
});

function send({ target: form }) {
  const token = form.elements?.csrfmiddlewaretoken;
  // A new sign-in elsewhere has another token.
  if (token) token.value = cookie("csrftoken");
  const busy = form.querySelector("[data-busy]");
  busy?.replaceWith(busy.content);
  if (!form.matches("[data-forget]")) return;
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
}
for (const name of ["submit", "htmx:confirm"]) addEventListener(name, send, true);

addEventListener("reset", ({ target: form }) => {
  forget(pathOf(form));
  form.querySelector(".notice").remove();
});
