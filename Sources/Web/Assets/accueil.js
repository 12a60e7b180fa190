// The reception page, made again in parts while one types and ticks. The whole form is sent by POST: what a person says is
// never in an address. Without script each button sends the form and the page comes back with everything kept.

const pause = 200;

// Which part answers which field; the words make everything again.
const parts = {
  mots: ["parcours"],
  demarche: ["perte", "facon"],
  urgence: ["facon"],
  gene: ["facon"],
  seul: ["facon"],
  apprendre: ["facon"],
  qui: ["gens"],
  repere: ["gens"],
};

for (const place of document.querySelectorAll("[data-accueil]")) {
  const form = place.closest("form");
  const voice = place.querySelector("[data-annonce-ici]");
  let timer, asking;

  const part = (root, name) => root.querySelector(`[data-partie="${name}"]`);

  const draw = (text, names) => {
    const page = new DOMParser().parseFromString(`<div data-partie="parcours">${text}</div>`, "text/html");
    for (const name of names) {
      const [old, fresh] = [part(place, name), part(page, name)];
      if (!old || !fresh || old.innerHTML === fresh.innerHTML) continue;
      const said = fresh.querySelector("[data-annonce]")?.dataset.annonce;
      old.replaceChildren(...fresh.childNodes);
      if (said) voice.textContent = said;
    }
  };

  const ask = async (names) => {
    asking?.abort();
    asking = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    body.delete("action");
    try {
      const answer = await fetch(place.dataset.fragment, { method: "POST", body, signal: asking.signal });
      // A session that has ended answers with another page: the ordinary buttons will say so.
      if (answer.ok && !answer.redirected) draw(await answer.text(), names);
    } catch (problem) {
      if (problem.name !== "AbortError") voice.textContent = "";
    }
  };

  form.addEventListener("input", (event) => {
    const names = parts[event.target.name]?.filter((name) => part(place, name));
    if (!names?.length) return;
    clearTimeout(timer);
    timer = setTimeout(() => ask(names), event.target.matches("[type=radio], [type=checkbox]") ? 0 : pause);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    asking?.abort();
  });
}
