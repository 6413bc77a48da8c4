// The work list: adding files with their progress, a list that keeps itself up to date, and keys.
const EVERY_MS = 2000;
const AT_ONCE = 2;
const AGAIN = "Niet toegevoegd. Laad de pagina opnieuw en probeer het nog eens.";
const FOLDER = "Dit is een map. Open haar en sleep de brieven zelf, of maak er een ZIP van.";
const GONE = "De verbinding viel weg. Kijk of de brief in de lijst staat, en probeer het anders nog eens.";
const form = document.querySelector("[data-aanbieden]");
const list = document.querySelector("[data-lijst]");
const progress = document.querySelector("[data-voortgang]");
const status = document.querySelector("#bericht");
const HOLDS_LETTERS = /\.(zip|eml|msg)$/i; // each letter in it is measured where it is unpacked
const waiting = [];
let sending = 0;

// --- adding files

function mostMb(file) {
  const { hoogstens, briefHoogstens } = form.dataset;
  return Number(HOLDS_LETTERS.test(file.name) ? hoogstens : briefHoogstens);
}

function tooLarge(file) {
  return `Dit bestand is groter dan ${mostMb(file)} MB. Scan de brief op 300 dpi of splits het bestand.`;
}

function say(item, words, tone) {
  item.querySelector("progress")?.remove();
  const told = document.createElement("span");
  told.className = `nl-data-badge toon-${tone}`;
  told.textContent = words;
  item.append(told);
  if (tone === "error") toTop(item);
}

// Among forty files that came in one that did not would be overlooked: those stand first.
function toTop(item) {
  item.dataset.geweigerd = "";
  const first = [...progress.children].find((each) => each === item || !("geweigerd" in each.dataset));
  if (first !== item) progress.insertBefore(item, first);
}

function add(files, folders = []) {
  progress.hidden = false;
  for (const [number, file] of files.entries()) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    const bar = document.createElement("progress");
    name.textContent = file.name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `Voortgang van ${file.name}`);
    item.append(name, bar);
    progress.append(item);
    if (folders[number]) say(item, FOLDER, "error"); // a browser cannot send one
    else if (file.size > mostMb(file) * 1024 * 1024) say(item, tooLarge(file), "error"); // before the sending of it takes long
    else waiting.push({ file, item, bar });
  }
  sendMore();
}

function sendMore() {
  while (sending < AT_ONCE && waiting.length) send(waiting.shift());
}

function send({ file, item, bar }) {
  sending += 1;
  const body = new FormData(form);
  body.delete("files");
  body.append("files", file, file.name);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRF-Token", form.elements.csrf.value);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
  });
  request.addEventListener("loadend", () => {
    sending -= 1;
    tell(request, item);
    sendMore();
    if (!sending) refresh();
  });
  request.send(body);
}

function tell(request, item) {
  let answer = null;
  try { answer = JSON.parse(request.responseText); } catch { /* the page to log in, or nothing */ }
  if (!answer || !("letters" in answer)) {
    say(item, answer?.detail ?? (request.status ? AGAIN : GONE), "error");
    return;
  }
  if (answer.letters) {
    say(item, answer.letters === 1 ? "Toegevoegd" : `${answer.letters} brieven toegevoegd`, "ok");
  }
  for (const fault of answer.faults) say(item, fault, "error");
  for (const each of answer.refused) say(item, `${each.file}: ${each.message}`, "error");
}

if (form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const files = [...form.elements.files.files];
    if (files.length) add(files);
    else status.textContent = "Kies eerst een of meer brieven.";
    form.elements.files.value = "";
  });
  form.classList.add("met-script"); // what is chosen goes at once
  form.querySelector("[type=submit]").hidden = true;
  form.elements.files.addEventListener("change", () => form.requestSubmit());
  if (form.elements.files.value) form.requestSubmit(); // chosen before this script had come
  let depth = 0;
  const isFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragenter", (event) => {
    if (!isFiles(event)) return;
    depth += 1;
    document.body.classList.add("sleept");
  });
  document.addEventListener("dragleave", () => {
    depth = Math.max(depth - 1, 0);
    if (!depth) document.body.classList.remove("sleept");
  });
  document.addEventListener("dragover", (event) => { if (isFiles(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    depth = 0;
    document.body.classList.remove("sleept");
    const folders = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry()?.isDirectory);
    add([...event.dataTransfer.files], folders);
  });
}

// --- a list that keeps itself up to date

let timer = null;
let missed = false;
const reading = () => Number(list.querySelector("[data-leest]")?.dataset.leest ?? 0);
function plan() {
  clearTimeout(timer);
  if (missed || reading()) timer = setTimeout(refresh, EVERY_MS);
}

async function refresh() {
  const address = list.querySelector("[data-adres]").dataset.adres.replace(/^\/\?/, "/lijst?");
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const isBusy = answer.status >= 500; // a page of its own would lose what was said of the files
    if (answer.redirected || (!answer.ok && !isBusy)) { location.reload(); return; }
    missed = isBusy;
    const before = reading();
    if (answer.ok) swap(await answer.text());
    if (before && answer.ok && !reading()) status.textContent = "Alle brieven zijn gelezen.";
  } catch { missed = true; /* no connection now: the next time it may be there */ }
  plan();
}

function swap(html) {
  const chosen = new Set([...list.querySelectorAll("[name=brief]:checked")].map((box) => box.value));
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector(".lijst");
  if (!fresh || fresh.outerHTML === list.firstElementChild.outerHTML) return;
  const where = focused && (focused.id || (focused.name === "brief" && focused.value));
  list.replaceChildren(fresh);
  for (const box of list.querySelectorAll("[name=brief]")) box.checked = chosen.has(box.value);
  if (where) (document.getElementById(where) ?? list.querySelector(`[value="${CSS.escape(where)}"]`))?.focus();
}
plan();
sessionStorage.setItem("postkamer:lijst", list.querySelector("[data-adres]").dataset.adres);

// --- keys

const rows = () => [...list.querySelectorAll("[data-rij]")];
const here = () => document.activeElement?.closest("[data-rij]");
function go(step) {
  const all = rows();
  if (!all.length) return false;
  const at = all.indexOf(here());
  const to = at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1);
  all[to].querySelector("a").focus();
  return true;
}
function key(name, run) {
  document.dispatchEvent(new CustomEvent("postkamer:toets", { detail: { key: name, run } }));
}
key("j", () => go(1));
key("k", () => go(-1));
key("ArrowDown", () => (here() ? go(1) : false));
key("ArrowUp", () => (here() ? go(-1) : false));
key("/", () => document.querySelector("#woorden").focus());
key("x", () => {
  const box = here()?.querySelector("[name=brief]");
  if (!box) return false;
  box.checked = !box.checked;
  return true;
});
