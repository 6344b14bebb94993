// A design's page: follows its state, looks at changes before they are made, and comes close to the print.

import { announce, parsed, rested, say, show, submit, tell } from "./pages.js";

const design = document.getElementById("design");
const part = (name) => document.querySelector(`[data-part="${name}"]`);

// --- following the state

const SLOWER = 1.25;
const SLOWEST_S = 5;
let etag = "";
let waiting_s = 0;
let timer = 0;
let begun = Date.now();
let { phase, said } = part("status").dataset;

/** Asks again while something is being made and somebody is looking. */
function follow() {
  clearTimeout(timer);
  const poll_s = Number(part("status").dataset.poll);
  if (!poll_s || document.hidden) return;
  waiting_s = Math.min(SLOWEST_S, Math.max(poll_s, waiting_s));
  timer = setTimeout(ask, waiting_s * 1000);
}

async function ask() {
  try {
    const answer = await fetch(design.dataset.api, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store" });
    if (answer.status === 304) {
      waiting_s *= SLOWER;
    } else if (answer.ok) {
      etag = answer.headers.get("ETag") ?? "";
      waiting_s = 0;
      const now = await answer.json();
      if (String(now.revision) !== part("status").dataset.revision) await lookAgain();
    } else {
      location.reload();
      return;
    }
    connected(true);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    connected(false);
    waiting_s = Math.max(1, waiting_s) * 2;
  }
  follow();
}

async function lookAgain() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (answer.ok) await show(parsed(await answer.text()), { looked: true });
}

let lost = false;
function connected(yes) {
  if (!yes && !lost) tell(say("offline"));
  if (yes && lost) part("problem").replaceChildren();
  lost = !yes;
}

function elapsed() {
  const place = document.querySelector("[data-elapsed]");
  if (place) place.textContent = say("seconds", { n: Math.round((Date.now() - begun) / 1000) });
}

// --- candidates: set aside, kept, reached by keys

const ASIDE = `aside:${location.pathname}`;

function asides() {
  return new Set(JSON.parse(localStorage.getItem(ASIDE) ?? "[]"));
}

function setAside(n, yes) {
  const all = asides();
  if (yes === all.has(n)) return;
  if (yes) all.add(n);
  else all.delete(n);
  localStorage.setItem(ASIDE, JSON.stringify([...all]));
  arrange();
  announce(say(yes ? "set_aside" : "brought_back", { n }));
}

function arrange() {
  const all = asides();
  for (const button of document.querySelectorAll("[data-aside]")) {
    const away = all.has(button.dataset.aside);
    button.hidden = false;
    button.setAttribute("aria-pressed", String(away));
    button.textContent = say(away ? "bring_back" : "aside");
    button.closest(".candidate").classList.toggle("aside", away);
  }
  const keys = document.querySelector("[data-keys]");
  if (keys) keys.hidden = !matchMedia("(hover: hover)").matches;
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function candidateKeys(event) {
  const here = event.target.closest(".candidate");
  if (!here || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = STEPS[event.key];
  if (step) {
    const ready = [...document.querySelectorAll(".candidate.ready")];
    const next = ready[(ready.indexOf(here) + step + ready.length) % ready.length];
    next?.querySelector("button")?.focus();
  } else if (event.key === "x" || event.key === "k") {
    setAside(here.dataset.n, event.key === "x");
  } else {
    return;
  }
  event.preventDefault();
}

// --- looking at a change before it is made

const LOOK_AFTER_MS = 300;
const SAVE_AFTER_MS = 1200;
const wrap = document.querySelector(".stage-wrap");
const looks = new Map();
let wanted = "";
let lastLook = "";
let layer = "";

const SET_BY = ["font", "layout", "effect"];

const changeForm = () => document.getElementById("change");

function asked() {
  const form = changeForm();
  const wrap = form.elements.wrap?.value;
  const set = Object.fromEntries(SET_BY.map((name) => [name, form.elements[name].value]));
  return { lettering: form.elements.lettering.value, ...set, cloth: form.elements.cloth?.value ?? part("stage").dataset.cloth, ...(wrap && { wrap }) };
}

function changed() {
  const form = changeForm();
  if (!form) return false;
  const words = form.elements.lettering;
  const chosen = [...form.querySelectorAll('input[type="radio"]:checked')];
  const set = SET_BY.some((name) => !form.elements[name].selectedOptions[0].defaultSelected);
  return words.value.trim() !== words.defaultValue.trim() || set || chosen.some((radio) => !radio.defaultChecked);
}

const emptyProduct = (cloth) => wrap.dataset.empty.replace("CLOTH", encodeURIComponent(cloth));

/** A picture of a change as an address of its own; kept, since words and colours are gone back to. */
async function pictured(change) {
  const key = JSON.stringify([part("change").dataset.state, change]);
  if (!looks.has(key)) {
    const answer = await fetch(design.dataset.looks, {
      method: "POST",
      body: JSON.stringify(change),
      headers: { "Content-Type": "application/json", "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content },
    });
    looks.set(key, answer.ok ? { url: URL.createObjectURL(await answer.blob()) } : { problem: await answer.json() });
  }
  return looks.get(key);
}

/** Lays pictures over the proof; without an `over` there is only one. */
function quick(under, over = "") {
  const place = document.getElementById("quick");
  if (!place) return;
  const [below, above] = place.querySelectorAll("img");
  below.src = under;
  above.hidden = !over;
  if (over) above.src = over;
  place.hidden = false;
}

async function look() {
  const change = asked();
  wanted = JSON.stringify(change);
  const found = await pictured(change).catch(() => null);
  if (!found || wanted !== JSON.stringify(change)) return;
  refused(found.problem);
  if (found.problem) return;
  lastLook = found.url;
  quick(found.url);
}

function refused(problem) {
  const place = document.getElementById("lettering-live");
  const field = document.getElementById("lettering");
  const lines = problem?.problems?.length ? problem.problems : problem ? [{ message: problem.detail, hint: problem.hint }] : [];
  place.textContent = lines.map((line) => `${line.message} ${line.hint}`).join(" ");
  place.hidden = !problem;
  field.toggleAttribute("aria-invalid", Boolean(problem));
  if (problem) field.setAttribute("aria-invalid", "true");
}

const lookSoon = rested(look, LOOK_AFTER_MS);
const saveSoon = rested(() => changeForm() && changed() && submit(changeForm()), SAVE_AFTER_MS);

/** What a change of colour needs to be shown at once is here before anybody asks for it. */
async function prepareLooks() {
  const cloths = changeForm()?.querySelectorAll('input[name="cloth"]') ?? [];
  if (!cloths.length || part("stage").dataset.made !== "yes" || navigator.connection?.saveData) return;
  const found = await pictured({ layer: true }).catch(() => null);
  layer = found?.url ?? layer;
  await Promise.all([...cloths].map((radio) => fetched(emptyProduct(radio.value))));
  part("stage").dataset.looks = "here";
}

function fetched(address) {
  const picture = new Image();
  picture.src = address;
  return picture.decode().catch(() => {});
}

document.addEventListener("input", (event) => {
  if (event.target.id === "lettering") lookSoon();
});

document.addEventListener("change", (event) => {
  if (event.target.form !== changeForm() || !changeForm()) return;
  if (event.target.name === "cloth") {
    // the cloth at once, under the art as it is; then the change as it would be, since ink may change with its cloth
    quick(emptyProduct(event.target.value), layer);
    announce(say("quick_look", { cloth: event.target.value }));
  }
  if (event.target.type === "radio" || SET_BY.includes(event.target.name)) {
    look();
    saveSoon();
  } else if (changed()) {
    saveSoon.cancel();
    submit(changeForm());
  }
});

// nobody approves what is not on the page yet
document.addEventListener("submit", (event) => {
  if (!event.target.querySelector("#approve") || !(changed() || changeForm()?.ariaBusy === "true")) return;
  event.preventDefault();
  announce(say("first"));
  if (changed()) submit(changeForm());
}, true);

// --- close up

const dialog = document.getElementById("zoom");
const field = dialog.querySelector(".zoom-field");
const print = field.querySelector("img");
let times = 1;

function openZoom(link) {
  print.src = link.href;
  field.style.setProperty("--cloth", link.dataset.rgb);
  dialog.dataset.widthMm = link.dataset.widthMm;
  dialog.showModal();
  enlarged(1);
}

function widen(width) {
  print.style.setProperty("--zoom-width", width);
}

/** So many times as large as it is when all of it can be seen. */
function enlarged(by) {
  times = Math.min(8, Math.max(0.5, by));
  const shape = print.naturalWidth / print.naturalHeight || 1;
  widen(`${times * Math.min(field.clientWidth, field.clientHeight * shape)}px`);
}

print.addEventListener("load", () => enlarged(1));

const ZOOMS = {
  larger: () => enlarged(times * 1.5),
  smaller: () => enlarged(times / 1.5),
  life: () => widen(`${dialog.dataset.widthMm}mm`),
  close: () => dialog.close(),
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-zoom]");
  const by = event.target.closest("[data-zoom-by]");
  const aside = event.target.closest("[data-aside]");
  if (link) {
    event.preventDefault();
    openZoom(link);
  }
  if (by) ZOOMS[by.dataset.zoomBy]();
  if (aside) setAside(aside.dataset.aside, aside.getAttribute("aria-pressed") !== "true");
});

// --- the price of an order

function priced() {
  const form = document.querySelector(".order-form");
  if (!form) return;
  const size = form.elements.size;
  const { micros, currency } = (size.selectedOptions?.[0] ?? size).dataset;
  const quantity = Number(form.elements.quantity.value);
  if (!micros || !(quantity > 0)) return;
  const amount = new Intl.NumberFormat(document.documentElement.lang, { style: "currency", currency });
  form.querySelector("[data-total]").textContent = say("total", { amount: amount.format((micros * quantity) / 1e6) });
}

document.addEventListener("input", (event) => {
  if (event.target.closest(".order-form")) priced();
});

// --- the page as it is now

function refreshed() {
  arrange();
  priced();
  const now = part("status").dataset;
  if (now.phase !== phase) begun = Date.now();
  if (now.said !== said) announce(now.said);
  ({ phase, said } = now);
  if (part("stage").dataset.made === "no" && lastLook) quick(lastLook);
  prepareLooks();
  elapsed();
  follow();
}

document.addEventListener("keydown", candidateKeys);
document.addEventListener("shown", refreshed);
document.addEventListener("visibilitychange", () => {
  waiting_s = 0;
  follow();
});
setInterval(elapsed, 1000);
refreshed();
