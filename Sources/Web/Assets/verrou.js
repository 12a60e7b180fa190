// Locks the desk when nobody is there: after <body data-verrou-minutes="N"> without a gesture in any tab, says so for one
// minute, keeps the drafts, then sends the form [data-verrou], which locks the session and shows the lock page.

const minutes = Number(document.body.dataset.verrouMinutes);
const form = document.querySelector("form[data-verrou]");
const notice = document.querySelector("[data-verrou-avis]");
const words = notice?.querySelector("[data-verrou-dit]");
const shared = "cordee-dernier-geste";
const warning = 60;

if (minutes > 0 && form && notice) {
  let last = Date.now();
  let locking = false;

  // The other tabs of the same desk count as well. Only an hour is written, nothing about anyone.
  const latest = () => Math.max(last, Number(localStorage.getItem(shared)) || 0);

  const gesture = () => {
    const now = Date.now();
    if (now - last > 1000) localStorage.setItem(shared, String(now));
    last = now;
  };

  const lock = () => {
    locking = true;
    dispatchEvent(new Event("cordee:enregistrer"));
    setTimeout(() => form.requestSubmit(), 600);
  };

  const look = () => {
    if (locking) return;
    const left = Math.ceil(minutes * 60 - (Date.now() - latest()) / 1000);
    if (left <= 0) {
      lock();
    } else if (left <= warning && notice.hidden) {
      words.textContent = "Personne n’a rien touché depuis un moment : le poste va se verrouiller dans une minute. Les brouillons sont gardés.";
      notice.hidden = false;
    } else if (left > warning && !notice.hidden) {
      notice.hidden = true;
    }
  };

  gesture();
  for (const kind of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) {
    addEventListener(kind, gesture, { passive: true });
  }
  notice.querySelector("[data-verrou-rester]").addEventListener("click", gesture);
  setInterval(look, 1000);
}
