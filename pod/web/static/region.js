// A part of the picture: a rectangle that is drawn on it fills in four numbers, and four numbers draw the rectangle.

const NAMES = ["left", "top", "width", "height"];
const LEAST = 2;

const field = (name) => document.getElementById(`part-${name}`);

/** The numbers as they stand, or null where they name no part. */
function numbers() {
  const values = NAMES.map((name) => Number(field(name)?.value.replace(",", ".") || NaN));
  const [left, top, width, height] = values;
  const sound = values.every((n) => n >= 0) && left + width <= 100 && top + height <= 100;
  return sound && width > 0 && height > 0 ? values : null;
}

function drawn() {
  const box = document.querySelector(".part-box");
  if (!box) return;
  const found = numbers();
  box.hidden = !found;
  document.querySelector("[data-region-clear]").hidden = !NAMES.some((name) => field(name).value);
  NAMES.forEach((name, n) => { box.style[name] = found ? `${found[n]}%` : ""; });
}

function fill(values) {
  NAMES.forEach((name, n) => { field(name).value = values ? String(Math.round(values[n] * 10) / 10) : ""; });
  drawn();
}

/** Where the pointer is, in per cent of the picture, not outside of it. */
function at(event, picture) {
  const { left, top, width, height } = picture.getBoundingClientRect();
  const within = (n) => Math.min(100, Math.max(0, n));
  return [within((100 * (event.clientX - left)) / width), within((100 * (event.clientY - top)) / height)];
}

document.addEventListener("pointerdown", (event) => {
  const picture = event.target.closest("[data-region]");
  if (!picture || event.button) return;
  event.preventDefault();
  picture.setPointerCapture(event.pointerId);
  const from = at(event, picture);
  const drag = (moved) => {
    const to = at(moved, picture);
    const [left, top] = from.map((n, i) => Math.min(n, to[i]));
    const [width, height] = from.map((n, i) => Math.abs(n - to[i]));
    if (width >= LEAST && height >= LEAST) fill([left, top, width, height]);
  };
  const end = () => {
    picture.removeEventListener("pointermove", drag);
    for (const name of ["pointerup", "pointercancel"]) picture.removeEventListener(name, end);
  };
  picture.addEventListener("pointermove", drag);
  for (const name of ["pointerup", "pointercancel"]) picture.addEventListener(name, end);
});

document.addEventListener("input", (event) => {
  if (event.target.id?.startsWith("part-")) drawn();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-region-clear]")) fill(null);
});
document.addEventListener("shown", drawn);
drawn();
