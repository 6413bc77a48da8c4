// Shortcuts of one key: a page registers what its keys do; people can turn them off.
const KEPT = "postkamer-sneltoetsen-uit";
const dialog = document.querySelector("[data-hulpvenster]");
const toggle = document.querySelector("[data-toetsen-aan]");
const actions = new Map();

const isOn = () => localStorage.getItem(KEPT) === null;

for (const each of document.querySelectorAll(".alleen-script")) each.hidden = false;
wireHelp(document);
if (toggle) {
  toggle.checked = isOn();
  toggle.addEventListener("change", () => {
    if (toggle.checked) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "ja");
  });
}

function wireHelp(root) {
  for (const button of root.querySelectorAll("[data-hulp]")) {
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }
}

function isTyping(target) {
  return target.closest("textarea, select, [contenteditable]") !== null
    || (target.matches("input") && !["checkbox", "radio", "button", "submit"].includes(target.type));
}

document.addEventListener("postkamer:toets", (event) => actions.set(event.detail.key, event.detail.run));
document.addEventListener("postkamer:vernieuwd", (event) => {
  for (const each of event.target.querySelectorAll(".alleen-script")) each.hidden = false;
  wireHelp(event.target);
});
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!isOn() || dialog?.open || isTyping(event.target)) return;
  if (event.key === "?" && dialog) { event.preventDefault(); dialog.showModal(); return; }
  const run = actions.get(event.key);
  if (run && run(event) !== false) event.preventDefault();
});
