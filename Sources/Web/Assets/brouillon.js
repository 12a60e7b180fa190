// Keeps what is being typed: <form data-brouillon="ADDRESS"> is sent there by POST a few seconds after a change, and when
// the page is left. The element [data-brouillon-dit] of the form says so. Files and passwords are never sent.
//
// Answers: 2xx kept; 409 someone else has saved since; anything else not kept.

const pause = 3000;

const clock = () => {
  const now = new Date();
  return `${now.getHours()} h ${String(now.getMinutes()).padStart(2, "0")}`;
};

const content = (form) => {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || form.elements[name]?.type === "password") continue;
    body.append(name, value);
  }
  return body;
};

for (const form of document.querySelectorAll("form[data-brouillon]")) {
  const words = form.querySelector("[data-brouillon-dit]");
  let timer, changed = false, sending = false, sent = false;

  const say = (text) => {
    if (words) words.textContent = text;
  };

  const save = async (leaving) => {
    clearTimeout(timer);
    if (!changed || sent || (sending && !leaving)) return;
    changed = false;
    sending = true;
    let wait = pause;
    try {
      const answer = await fetch(form.dataset.brouillon, { method: "POST", body: content(form), keepalive: leaving });
      if (answer.ok && !answer.redirected) {
        say(`Brouillon enregistré à ${clock()}`);
      } else if (answer.status === 409) {
        say("Quelqu’un d’autre a enregistré ce formulaire entre-temps. Ce que vous avez saisi reste affiché ici.");
      } else {
        say("Le brouillon n’a pas pu être enregistré. Ce que vous avez saisi reste affiché ici.");
      }
    } catch {
      changed = true;
      wait = 4 * pause;
      say("Pas de connexion : le brouillon sera enregistré dès qu’elle revient.");
    } finally {
      sending = false;
      clearTimeout(timer);
      if (changed) timer = setTimeout(() => save(false), wait);
    }
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => save(false), pause);
  });
  form.addEventListener("submit", () => { sent = true; });
  addEventListener("pagehide", () => save(true));
  addEventListener("pageshow", () => { sent = false; });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
  addEventListener("online", () => save(false));
  addEventListener("cordee:enregistrer", () => save(true));
}
