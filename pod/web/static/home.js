// A new design: counts the sentence, shows the product in its colour, and keeps the price in sight.

import { rested, say } from "./pages.js";

const form = document.querySelector("form.wish");
const KEPT = ["subject", "lettering"];

function counted() {
  const field = document.getElementById("subject");
  const most = Number(field.dataset.longest);
  const n = [...field.value.trim()].length;
  const place = document.querySelector("[data-count]");
  place.textContent = n > most ? say("too_long", { n, most, over: n - most }) : say("count", { n, most });
  place.classList.toggle("over", n > most);
}

function chosenProduct() {
  return form.querySelector('input[name="product"]:checked');
}

/** The bar: what will be drawn on, and what it costs. */
function summed() {
  const product = chosenProduct();
  const cloth = form.querySelector(`input[name="cloth-${CSS.escape(product.value)}"]:checked`);
  const place = form.querySelector("[data-summary]");
  const price = document.createElement("b");
  const what = { product: product.dataset.name, cloth: cloth?.value };
  price.textContent = product.dataset.price;
  place.replaceChildren(say(cloth ? "summary" : "summary_plain", what), document.createElement("br"), price);
  place.hidden = false;
}

/** Styles that must not be printed on the product cannot be chosen for it. */
function suited() {
  const product = chosenProduct().value;
  for (const style of form.querySelectorAll('input[name="style"]')) {
    const unsuited = (style.dataset.notOn ?? "").split(" ").includes(product);
    style.disabled = unsuited;
    style.parentElement.title = unsuited ? say("not_for_product") : "";
    if (unsuited && style.checked) form.querySelector('input[name="style"][value=""]').checked = true;
  }
  const chosen = form.querySelector('input[name="style"]:checked');
  form.querySelector("[data-chosen]").textContent = chosen?.dataset.title ?? "";
}

function inColour(radio) {
  const picture = radio.closest(".product").querySelector(".card img");
  picture.src = radio.dataset.picture;
}

/** A reload or a mishap loses no sentence; sending it forgets it. */
const keep = rested(() => {
  for (const name of KEPT) sessionStorage.setItem(`new:${name}`, form.elements[name].value);
}, 300);

function bringBack() {
  if (location.search) return;
  for (const name of KEPT) form.elements[name].value ||= sessionStorage.getItem(`new:${name}`) ?? "";
}

function refreshed() {
  counted();
  summed();
  suited();
}

form.addEventListener("input", (event) => {
  if (event.target.id === "subject") counted();
  if (KEPT.includes(event.target.name)) keep();
});

form.addEventListener("change", (event) => {
  if (event.target.dataset.picture) inColour(event.target);
  summed();
  suited();
});

form.addEventListener("left", () => {
  keep.cancel();
  for (const name of KEPT) sessionStorage.removeItem(`new:${name}`);
});

document.addEventListener("click", (event) => {
  const chip = event.target.closest("[data-fill]");
  if (!chip) return;
  event.preventDefault();
  const field = document.getElementById(chip.dataset.fill);
  field.value = chip.textContent;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});

document.addEventListener("shown", refreshed);
bringBack();
refreshed();
