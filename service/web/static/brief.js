// A letter: decisions without leaving the page, the element that is at hand, and its keys.
const work = () => document.querySelector("#werk");
const letter = document.querySelector("[data-brief]");
const elements = () => [...work().querySelectorAll("[data-element]")].filter((each) => each.checkVisibility());
let chosen = null;

function say(words) { work().querySelector("#bericht").textContent = words; }

function choose(element) {
  if (chosen === element) return;
  chosen?.classList.remove("gekozen");
  chosen = element;
  element?.classList.add("gekozen");
  const places = element ? JSON.parse(element.dataset.plekken) : [];
  document.dispatchEvent(new CustomEvent("postkamer:plekken", { detail: { places } }));
}

function current() {
  return document.activeElement?.closest("[data-element]") ?? (chosen?.isConnected ? chosen : null);
}

document.addEventListener("focusin", (event) => {
  const element = event.target.closest("[data-element]");
  if (element) choose(element);
});
document.addEventListener("click", (event) => {
  const element = event.target.closest("[data-element]");
  if (element) { chosen = chosen === element ? null : chosen; choose(element); }
});

function toFirst() {
  const open = work().querySelector("[data-element][data-open]");
  (open ?? work().querySelector("[data-volgende]"))?.focus({ preventScroll: open === null });
}

// --- the way back leads to the list as it was: what was searched, chosen and leafed through

function wayBack() {
  const link = work()?.querySelector("[data-terug]");
  const kept = sessionStorage.getItem("postkamer:lijst");
  if (!link || !kept) return;
  const group = (address) => new URL(address, location.href).searchParams.get("groep");
  if (group(kept) === group(link.href)) link.href = kept;
}
wayBack();
document.addEventListener("postkamer:vernieuwd", wayBack);

// --- decisions: the form is sent, and the answer takes the place of what is on the page

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-vast]")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  const about = form.closest("[data-element]")?.dataset.element;
  say("Bezig met vastleggen…");
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#werk");
    if (!fresh) { location.reload(); return; }
    if (!answer.ok) keepTyped(form, fresh, about);
    replace(fresh, answer.ok, about);
  } catch {
    for (const button of form.querySelectorAll("button")) button.disabled = false;
    say("Er is geen verbinding. Probeer het opnieuw; er is niets vastgelegd.");
  }
});

// The answer never repeats what was sent, it may hold a BSN; here it is still on the page.
function keepTyped(form, fresh, about) {
  const around = about ? fresh.querySelector(`#element-${CSS.escape(about)}`) : fresh.querySelector("#element-ontvangst");
  for (const field of form.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    const again = around?.querySelector(`#${CSS.escape(field.id)}`);
    if (again) again.value = field.value;
  }
}

function replace(fresh, isDone, about) {
  const wasOpen = new Set([...work().querySelectorAll(".meer[open] > summary")].map((each) => each.textContent));
  const words = fresh.querySelector("#bericht").textContent;
  fresh.querySelector("#bericht").textContent = "";
  work().replaceWith(fresh);
  for (const each of fresh.querySelectorAll(".meer > summary")) {
    if (wasOpen.has(each.textContent)) each.parentElement.open = true;
  }
  fresh.dispatchEvent(new CustomEvent("postkamer:vernieuwd", { bubbles: true }));
  chosen = null;
  if (isDone) {
    toFirst();
    const verdict = fresh.querySelector(".oordeel .nl-data-badge").textContent.trim();
    setTimeout(() => say(`${words} Oordeel: ${verdict.replace(/^\S+\s+/, "")}.`), 50);
  } else {
    const faulty = fresh.querySelector(`#element-${CSS.escape(about ?? "ontvangst")}`);
    (faulty?.querySelector(".verbeter__vak input:not([type=hidden]), .verbeter__vak select, .verbeter__vak textarea") ?? faulty)?.focus();
  }
}

// --- words from the scan

document.addEventListener("postkamer:getrokken", (event) => {
  const { text, place } = event.detail;
  const details = work().querySelector("[data-element] .verbeter[open]");
  const form = details?.querySelector("[data-verbeter]");
  if (!form) { say("Kies eerst Verbeter bij een onderdeel; trek daarna een vak op de scan."); return; }
  const fields = [...form.querySelectorAll("input:not([type=hidden]), textarea, select")];
  const target = fields.includes(document.activeElement) ? document.activeElement : fields[0];
  const date = target.type === "date" ? dateIn(text) : null;
  if (target.type === "date" && !date) { say("In dit vak staat geen datum die Postkamer herkent. Vul hem zelf in."); return; }
  if (target.matches("select")) { say("Kies hier zelf; woorden passen hier niet."); return; }
  target.value = date ?? (target.matches("textarea") ? text : text.replace(/\s+/g, " "));
  const kept = document.createElement("input");
  kept.type = "hidden";
  kept.name = "plek";
  kept.value = place;
  form.querySelectorAll(`[name=plek]`).forEach((old) => { if (fields.length === 1) old.remove(); });
  form.append(kept);
  target.focus();
  say(text ? "De woorden uit het vak zijn ingevuld. Controleer ze en kies Leg vast." : "In dit vak las Postkamer geen woorden.");
});

const MONTHS = ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
function dateIn(text) {
  const figures = text.match(/(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})/);
  const words = text.match(/(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})/i);
  const month = words ? MONTHS.indexOf(words[2].toLowerCase().replace("mrt", "maa")) + 1 : Number(figures?.[2]);
  const found = words ?? figures;
  if (!found || !month) return null;
  return `${found[3]}-${String(month).padStart(2, "0")}-${found[1].padStart(2, "0")}`;
}

// --- keys

function key(name, run) {
  document.dispatchEvent(new CustomEvent("postkamer:toets", { detail: { key: name, run } }));
}
function press(name) {
  const button = current()?.querySelector(`[data-toets="${name}"]`);
  if (!button) return false;
  button.click();
  return true;
}
function go(step) {
  const all = elements();
  if (!all.length) return false;
  const at = all.indexOf(current());
  all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)].focus();
  return true;
}
key("b", () => press("b"));
key("o", () => press("o"));
key("v", () => {
  if (!press("v")) return false;
  const form = current().querySelector(".verbeter[open] [data-verbeter]");
  form?.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  return true;
});
key("j", () => go(1));
key("k", () => go(-1));
key("n", () => { work().querySelector("[data-volgende]")?.click(); });
key("m", () => {
  const button = work().querySelector('.antwoord [data-toets="m"]');
  button?.click();
  return button !== null;
});
key("a", () => { work().querySelector('[data-toets="a"]')?.click(); });

const named = /^#(element-|antwoord$)/.test(location.hash) && document.querySelector(location.hash);
if (letter && "wacht" in letter.dataset) setTimeout(() => location.reload(), 2000);
else if (!named) toFirst();
else if (named.matches(".antwoord")) named.focus();
