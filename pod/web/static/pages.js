// What the shopper's pages share. The server draws every page; a script sends its forms without leaving it, takes the
// parts of the answer that have changed, and puts them in their places: nothing is laid out twice.

const strings = JSON.parse(document.getElementById("strings").textContent);

/** A sentence of the catalogue with its values put in. */
export function say(name, values = {}) {
  return strings[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

/** Tells a screen reader, without moving anything. */
export function announce(text) {
  const place = document.getElementById("announce");
  if (place && text) place.textContent = text;
}

/** `work` runs when it has not been called for `ms`. */
export function rested(work, ms) {
  let timer;
  const later = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(work, ms, ...args);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** Puts a sentence where the page shows what belongs to no field. */
export function tell(message, hint = "") {
  const place = document.querySelector('[data-part="problem"]');
  const box = document.createElement("div");
  const line = document.createElement("p");
  const strong = document.createElement("b");
  box.className = "problem";
  strong.textContent = message;
  line.append(strong, ` ${hint}`);
  box.append(line);
  place.replaceChildren(box);
  place.scrollIntoView({ block: "nearest" });
}

export function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

/** Takes the parts of `page` that differ. A page that was only looked at again keeps what belongs to forms. */
export async function show(page, { looked = false } = {}) {
  const fresh = [...page.querySelectorAll("[data-part]")].filter((part) => differs(part, looked));
  await Promise.all(fresh.flatMap((part) => [...part.querySelectorAll("img:not([loading=lazy])")]).map(loaded));
  for (const part of fresh) {
    const old = placeOf(part);
    if (old && differs(part, looked)) replace(old, document.importNode(part, true));
  }
  for (const holder of document.querySelectorAll("[data-holder]")) {
    holder.hidden = ![...holder.querySelectorAll("[data-part]")].some((part) => !part.hidden);
  }
  document.title = page.title;
  document.dispatchEvent(new CustomEvent("shown"));
}

function placeOf(part) {
  return document.querySelector(`[data-part="${CSS.escape(part.dataset.part)}"]`);
}

function differs(part, looked) {
  const old = placeOf(part);
  if (!old) return false;
  if (part.dataset.state === undefined) return !looked;
  return old.dataset.state !== part.dataset.state;
}

/** A picture is loaded before it is shown, so that nothing flickers; a slow one is not waited for. */
function loaded(img) {
  const picture = new Image();
  picture.src = img.getAttribute("src") || "";
  const patience = new Promise((resolve) => setTimeout(resolve, 2500));
  return Promise.race([picture.decode().catch(() => {}), patience]);
}

function replace(old, part) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const selection = focused && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd] : null;
  keepTyped(old, part);
  const wasOpen = [...old.querySelectorAll("details")].map((d) => d.open);
  [...part.querySelectorAll("details")].forEach((d, i) => (d.open ||= wasOpen[i] ?? false));
  old.replaceWith(part);
  if (!focused) return;
  const again = (focused.id && document.getElementById(focused.id)) || part.querySelector('[tabindex="-1"]') || part;
  if (!again.hasAttribute("tabindex") && again === part) part.tabIndex = -1;
  again.focus({ preventScroll: true });
  if (selection && again.id === focused.id && selection[0] !== null) again.setSelectionRange(...selection);
}

/** What was typed since the page was drawn stays, unless the server has changed that field itself. */
function keepTyped(old, part) {
  for (const was of old.querySelectorAll("input[id], textarea[id]")) {
    const now = part.querySelector(`#${CSS.escape(was.id)}`);
    if (!now || was.type === "hidden" || was.type === "file") continue;
    if (was.value !== was.defaultValue && now.defaultValue === was.defaultValue) now.value = was.value;
  }
}

/** Sends a form; what comes back is shown here, or is another page that is gone to. */
export async function submit(form, submitter) {
  if (form.ariaBusy === "true") return;
  setBusy(form, submitter, true);
  try {
    const answer = await fetch(form.getAttribute("action"), {
      method: "POST",
      body: bodyOf(form, submitter),
      headers: { Accept: "text/html" },
    });
    const page = parsed(await answer.text());
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
      form.dispatchEvent(new CustomEvent("left", { bubbles: true }));
      location.assign(answer.url);
      return;
    }
    if (answer.redirected) history.replaceState(null, "", answer.url);
    setBusy(form, submitter, false);
    await received(page, answer.redirected ? form.dataset.then : "");
  } catch (error) {
    setBusy(form, submitter, false);
    tell(say("not_sent"));
    if (!(error instanceof TypeError)) throw error;
  }
}

async function received(page, then) {
  if (!page.querySelector("[data-part]")) {
    const main = page.getElementById("main");
    tell(main?.querySelector("h1")?.textContent ?? page.title, main?.querySelector("h2 + p")?.textContent);
    return;
  }
  await show(page);
  const target = then
    ? document.querySelector(then)
    : document.querySelector("[autofocus]") ?? document.querySelector("[data-focus]")?.closest("[tabindex]");
  target?.focus();
  target?.scrollIntoView({ block: then ? "start" : "center" });
}

function bodyOf(form, submitter) {
  const body = new FormData(form);
  if (submitter?.name) body.append(submitter.name, submitter.value);
  return body;
}

function setBusy(form, submitter, busy) {
  form.ariaBusy = String(busy);
  const button = submitter ?? form.querySelector("button");
  if (!button) return;
  button.setAttribute("aria-busy", String(busy));
  if (!button.dataset.busy) return;
  if (busy) {
    button.dataset.label = button.textContent;
    button.textContent = button.dataset.busy;
  } else if (button.dataset.label) {
    button.textContent = button.dataset.label;
  }
}

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.matches("form[data-enhance]")) return;
  event.preventDefault();
  submit(event.target, event.submitter);
});

// a page that comes back from the browser's memory is not busy any more
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll('form[aria-busy="true"]')) setBusy(form, null, false);
});
