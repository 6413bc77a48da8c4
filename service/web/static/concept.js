// A letter that is written: what is changed is kept at once, and shown as it will be printed.
const form = () => document.querySelector("[data-concept]");
const say = (words) => { document.querySelector("#bericht").textContent = words; };
let busy = Promise.resolve();
let keeping = 0;

async function keep() {
  const sent = form();
  const body = new URLSearchParams(new FormData(sent));
  body.set("doe", "bewaar");
  say("Bezig met bewaren…");
  try {
    const answer = await fetch(sent.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#stand");
    if (!fresh) { location.reload(); return; }
    take(page, fresh, answer.ok);
  } catch {
    say("Er is geen verbinding. Wat u wijzigde is nog niet bewaard.");
  }
}

function take(page, fresh, isKept) {
  const words = fresh.querySelector("#bericht").textContent;
  fresh.querySelector("#bericht").textContent = "";
  document.querySelector("#stand").replaceWith(fresh);
  document.querySelector("#voorbeeld").replaceChildren(...page.querySelector("#voorbeeld").children);
  const revision = page.querySelector("[name=revisie]").value;
  for (const each of document.querySelectorAll("[name=revisie]")) each.value = revision;
  if (isKept) setTimeout(() => say(words), 50);
}

// one after the other: each needs the revision that the one before made
form()?.addEventListener("change", () => {
  keeping += 1;
  busy = busy.then(keep).finally(() => { keeping -= 1; });
});
form()?.addEventListener("submit", async (event) => {
  if (!keeping) return;
  const { target, submitter } = event;
  event.preventDefault();
  await busy; // leaving a field keeps it: only then what was asked is done
  setTimeout(() => target.requestSubmit(submitter));
});
