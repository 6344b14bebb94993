/* Keys for the rows, and news for the page. Every key presses a button that is there without it. */

const words = JSON.parse(document.getElementById("strings").textContent);
const KEYS_OFF = "pod.keys.off";
const WATCH_MS = { moving: 1000, swap: 8000, notice: 15000 };
const SLOWEST_MS = 60000;

const say = (text) => { document.querySelector("[data-announce]").textContent = text; };
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/* --- rows */

const rows = () => [...document.querySelectorAll("[data-row]")];
const linkOf = (row) => row.querySelector("[data-open]");

function current() {
  return document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-row].at");
}

function goTo(row) {
  if (!row) return;
  for (const other of document.querySelectorAll("[data-row].at")) other.classList.remove("at");
  row.classList.add("at");
  linkOf(row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(current());
  goTo(at < 0 ? all[step > 0 ? 0 : all.length - 1] : all[Math.min(all.length - 1, Math.max(0, at + step))]);
}

const boxes = (form) => [...form.querySelectorAll("input[name=pick]")];
const picked = (form) => boxes(form).filter((box) => box.checked);

function tick() {
  const box = current()?.querySelector("input[name=pick]");
  if (!box) return;
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

function count(form) {
  const n = picked(form).length;
  const all = form.querySelector("[data-all]");
  if (!all) return;
  all.checked = n > 0 && n === boxes(form).length;
  all.indeterminate = n > 0 && !all.checked;
  form.querySelector("[data-count]").textContent = n ? fill(words.selected, { n }) : words.select_all;
  if (n) say(fill(words.selected, { n }));
}

function started(button) {
  const form = button.closest("[data-rows]");
  const row = current();
  if (!form || picked(form).length || !row || !form.contains(row)) return;
  /* nothing selected: the row that one is at */
  row.querySelector("input[name=pick]").checked = true;
}

function buttonFor(key) {
  const form = current()?.closest("[data-rows]") ?? [...document.querySelectorAll("[data-rows]")].find((f) => picked(f).length);
  const within = form ?? (document.querySelector("[data-rows]") ? null : document);
  return within?.querySelector(`[data-key="${CSS.escape(key)}"]`);
}

/* --- keys */

const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const keysAreOn = () => localStorage.getItem(KEYS_OFF) === null;

const DO = {
  j: () => move(1),
  k: () => move(-1),
  x: tick,
  "/": () => document.getElementById("q").focus(),
  "?": () => document.getElementById("keys").showModal(),
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !keysAreOn()) return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  if (DO[event.key]) {
    event.preventDefault();
    DO[event.key]();
    return;
  }
  if (!/^[a-z]$/.test(event.key)) return;
  const button = buttonFor(event.key);
  if (button) {
    event.preventDefault();
    started(button);
    button.click();
  } else if (document.querySelector("[data-key]")) {
    say(fill(words.not_here, { key: event.key }));
  }
}

/* --- news */

const live = () => document.querySelector("[data-live]");
const busy = () => live().contains(document.activeElement) && typing(document.activeElement) || document.querySelector("dialog[open]");
let wait = null;

async function look() {
  const here = live();
  const answer = await fetch(location.href, {
    headers: { "X-Watching": "1", "If-None-Match": `"${here.dataset.etag}"`, Accept: "text/html" },
    cache: "no-store",
  });
  if (answer.status === 401) { news(words.signed_out); return false; }
  if (answer.status !== 200) return answer.status === 304;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
  if (here.dataset.live === "notice" || busy()) { news(words.news); return false; }
  swap(here, fresh);
  return true;
}

/* What had the focus keeps it, so that nobody who works by keyboard is thrown to the top. */
function swap(here, fresh) {
  const open = new Set([...here.querySelectorAll("details[open] > summary")].map((s) => s.textContent));
  const at = document.activeElement;
  const same = at && here.contains(at) ? [...here.querySelectorAll(at.tagName)].indexOf(at) : -1;
  here.replaceWith(fresh);
  for (const summary of fresh.querySelectorAll("details > summary")) summary.parentElement.open ||= open.has(summary.textContent);
  if (same >= 0) (fresh.querySelectorAll(at.tagName)[same] ?? document.getElementById("main")).focus({ preventScroll: true });
  prepare();
  say(words.news);
}

function news(text) {
  const box = document.querySelector("[data-news]");
  box.querySelector("span").textContent = text;
  box.hidden = false;
}

function watch(delay = WATCH_MS[live()?.dataset.live]) {
  clearTimeout(wait);
  if (!delay || document.hidden) return;
  wait = setTimeout(async () => {
    let going = true;
    let next = WATCH_MS[live().dataset.live];
    try {
      going = await look();
      next = WATCH_MS[live().dataset.live];
    } catch {
      next = Math.min(SLOWEST_MS, delay * 2);
    }
    if (going !== false) watch(next);
  }, delay);
}

/* --- start */

function prepare() {
  for (const hidden of document.querySelectorAll("[data-script]")) hidden.hidden = false;
  for (const form of document.querySelectorAll("[data-rows]")) count(form);
}

document.addEventListener("keydown", pressed);

// The account's menu closes as menus do: by Escape, and by a click anywhere else.
const account = document.querySelector(".account");
account.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  account.open = false;
  account.querySelector("summary").focus();
});
document.addEventListener("click", (event) => { if (!account.contains(event.target)) account.open = false; });

document.addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-row]");
  if (!row) return;
  for (const other of document.querySelectorAll("[data-row].at")) other.classList.toggle("at", other === row);
  row.classList.add("at");
});
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-rows]");
  if (!form) return;
  if (event.target.matches("[data-all]")) for (const box of boxes(form)) box.checked = event.target.checked;
  count(form);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.move) move(Number(button.dataset.move));
  else if ("tick" in button.dataset) tick();
  else if ("help" in button.dataset) document.getElementById("keys").showModal();
  else if (button.dataset.key) started(button);
});
document.addEventListener("visibilitychange", () => watch());

const on = document.querySelector("[data-keys-on]");
on.checked = keysAreOn();
on.addEventListener("change", () => {
  if (on.checked) localStorage.removeItem(KEYS_OFF);
  else localStorage.setItem(KEYS_OFF, "1");
});

prepare();
document.querySelector("[data-first]")?.focus();
watch();
