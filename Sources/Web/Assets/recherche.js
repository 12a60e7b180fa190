// Answers while typing, for any <form data-recherche="ADDRESS OF A FRAGMENT">. Without script the form is sent as usual.
// By POST with the token of the form: what is typed is about a person and stands in no address.
// The fragment holds ordinary links; its root may say in data-annonce what to read aloud.

const pause = 180;

for (const form of document.querySelectorAll("form[data-recherche]")) {
  const input = form.querySelector('input[type="search"]');
  const results = form.querySelector("[data-trouvailles]");
  const voice = form.querySelector("[data-annonce-ici]");
  const floats = form.closest(".bandeau") !== null;
  let timer, asking, last = input.value.trim();

  const empty = () => {
    results.replaceChildren();
    voice.textContent = "";
  };

  const draw = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    results.replaceChildren(...page.body.childNodes);
    const links = results.querySelectorAll("a[href]").length;
    voice.textContent = results.querySelector("[data-annonce]")?.dataset.annonce
      ?? (links === 0 ? "Aucun résultat" : links === 1 ? "1 résultat" : `${links} résultats`);
  };

  const ask = async () => {
    const typed = input.value.trim();
    if (typed === last) return;
    last = typed;
    asking?.abort();
    if (typed.length < 2) return empty();
    asking = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.dataset.recherche, {
        method: "POST", body, signal: asking.signal, headers: { Accept: "text/html" },
      });
      // A session that has ended answers with another page: leave the ordinary form to say so.
      if (answer.ok && !answer.redirected) draw(await answer.text());
    } catch (problem) {
      if (problem.name !== "AbortError") empty();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });

  // Arrows walk through the links, Escape goes back to what was typed.
  form.addEventListener("keydown", (event) => {
    const stops = [input, ...results.querySelectorAll("a[href]")];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "Escape" && results.hasChildNodes()) {
      if (floats) empty();
      last = "";
      input.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && at >= 0) {
      const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  });

  if (floats) {
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) setTimeout(() => {
        if (!form.contains(document.activeElement)) {
          empty();
          last = "";
        }
      }, 150);
    });
  }
}
