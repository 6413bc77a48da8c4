// The scan: zoom, turn, pages, showing a place, and drawing a box whose words fill the open form.
const letter = document.querySelector("[data-brief]")?.dataset.brief;
const sheet = document.querySelector("[data-vel]");
const STEP = 1.25;
const LEAST_PX = 6;
let zoom = 1;
let turn = 0;

if (sheet) {
  const leaves = [...sheet.querySelectorAll("[data-blad]")];
  const label = document.querySelector("[data-bladzijde]");

  const current = () => {
    const middle = sheet.scrollTop + sheet.clientHeight / 3;
    const at = leaves.findIndex((leaf) => leaf.offsetTop + leaf.offsetHeight > middle);
    return at < 0 ? leaves.length - 1 : at;
  };
  const show = (at) => {
    const to = leaves[Math.min(Math.max(at, 0), leaves.length - 1)];
    sheet.scrollTo({ top: to.offsetTop - 8 });
  };
  sheet.addEventListener("scroll", () => { label.textContent = `${current() + 1} van ${leaves.length}`; });

  const resize = () => {
    sheet.classList.toggle("vergroot", zoom > 1);
    for (const leaf of leaves) {
      const picture = leaf.querySelector(".blad__beeld");
      const wide = (sheet.clientWidth - 24) * zoom;
      const ratio = leaf.dataset.hoog / leaf.dataset.breed;
      const isSide = turn % 180 !== 0;
      const width = isSide ? wide / ratio : wide;
      picture.style.width = `${width}px`;
      picture.style.transform = turn ? `rotate(${turn}deg)` : "";
      leaf.style.width = `${wide}px`;
      leaf.style.height = turn ? `${isSide ? width : width * ratio}px` : "";
      picture.style.transformOrigin = "top left";
      const move = { 0: "", 90: `translateX(${width * ratio}px)`, 180: `translate(${width}px, ${width * ratio}px)`, 270: `translateY(${width}px)` }[turn];
      if (turn) picture.style.transform = `${move} rotate(${turn}deg)`;
    }
  };
  const run = {
    vorige: () => show(current() - 1),
    volgende: () => show(current() + 1),
    groter: () => { zoom = Math.min(zoom * STEP, 5); resize(); },
    kleiner: () => { zoom = Math.max(zoom / STEP, 0.4); resize(); },
    draai: () => { turn = (turn + 90) % 360; resize(); },
  };
  for (const button of document.querySelectorAll("[data-scan]")) {
    button.addEventListener("click", run[button.dataset.scan]);
  }
  const key = (name, act) => document.dispatchEvent(new CustomEvent("postkamer:toets", { detail: { key: name, run: act } }));
  key("+", run.groter);
  key("=", run.groter);
  key("-", run.kleiner);
  key("r", run.draai);
  addEventListener("resize", resize);
  resize();

  // places: percentages of the page, so that they stay right at any size
  const place = (box, leaf, [x0, top, x1, bottom], margin = 2) => {
    const { breed, hoog } = leaf.dataset;
    box.style.left = `${(100 * (x0 - margin)) / breed}%`;
    box.style.top = `${(100 * (top - margin)) / hoog}%`;
    box.style.width = `${(100 * (x1 - x0 + 2 * margin)) / breed}%`;
    box.style.height = `${(100 * (bottom - top + 2 * margin)) / hoog}%`;
  };
  document.addEventListener("postkamer:plekken", (event) => {
    for (const old of sheet.querySelectorAll(".plek")) old.remove();
    let first = null;
    for (const [page, ...corners] of event.detail.places) {
      const leaf = sheet.querySelector(`[data-blad="${page}"]`);
      if (!leaf) continue;
      const box = document.createElement("div");
      box.className = "plek";
      place(box, leaf, corners);
      leaf.querySelector(".blad__beeld").append(box);
      first ??= box;
    }
    if (!first) return;
    const at = first.getBoundingClientRect();
    const around = sheet.getBoundingClientRect();
    const isSeen = at.top >= around.top && at.bottom <= around.bottom && at.left >= around.left && at.right <= around.right;
    if (!isSeen) {
      sheet.scrollTo({
        top: sheet.scrollTop + at.top - around.top - around.height / 3,
        left: sheet.scrollLeft + at.left - around.left - around.width / 4,
      });
    }
  });

  // drawing a box: with a mouse or a pen at any time, with a finger when that was asked for
  let drawn = null;
  const byFinger = document.querySelector("[data-vak]");
  const setFinger = (isOn) => {
    byFinger.setAttribute("aria-pressed", String(isOn));
    sheet.classList.toggle("trekt", isOn);
  };
  const isByFinger = () => byFinger.getAttribute("aria-pressed") === "true";
  byFinger.addEventListener("click", () => setFinger(!isByFinger()));
  const drop = () => { drawn?.box.remove(); drawn = null; };
  const pointOn = (event, leaf) => {
    const rect = leaf.querySelector("img").getBoundingClientRect();
    const [x, y] = [(event.clientX - rect.left) / rect.width, (event.clientY - rect.top) / rect.height];
    const [u, v] = { 0: [x, y], 90: [y, 1 - x], 180: [1 - x, 1 - y], 270: [1 - y, x] }[turn];
    return [u * leaf.dataset.breed, v * leaf.dataset.hoog];
  };
  sheet.addEventListener("pointerdown", (event) => {
    const leaf = event.target.closest("[data-blad]");
    if (!leaf || event.button !== 0 || !event.isPrimary) return;
    if (event.pointerType === "touch" && !isByFinger()) return;
    drop();
    const box = document.createElement("div");
    box.className = "vak";
    leaf.querySelector(".blad__beeld").append(box);
    drawn = { leaf, box, start: pointOn(event, leaf), from: [event.clientX, event.clientY] };
  });
  addEventListener("pointermove", (event) => {
    if (!drawn) return;
    const [x, y] = pointOn(event, drawn.leaf);
    const [a, b] = drawn.start;
    drawn.corners = [Math.min(a, x), Math.min(b, y), Math.max(a, x), Math.max(b, y)];
    place(drawn.box, drawn.leaf, drawn.corners, 0);
  });
  addEventListener("pointercancel", drop);
  addEventListener("pointerup", async (event) => {
    if (!drawn) return;
    const { leaf, box, corners, from } = drawn;
    drawn = null;
    if (event.pointerType === "touch") setFinger(false); // a finger scrolls again
    const far = Math.hypot(event.clientX - from[0], event.clientY - from[1]);
    if (!corners || far < LEAST_PX) { box.remove(); return; }
    const [x0, top, x1, bottom] = corners.map((each) => each.toFixed(1));
    const query = new URLSearchParams({ x0, top, x1, bottom });
    const answer = await fetch(`/brieven/${letter}/bladzijden/${leaf.dataset.blad}/woorden?${query}`);
    box.remove();
    if (!answer.ok) return;
    const { text } = await answer.json();
    const detail = { text, place: `${leaf.dataset.blad}:${[x0, top, x1, bottom].join(",")}` };
    document.dispatchEvent(new CustomEvent("postkamer:getrokken", { detail }));
  });
}
