// While a person's file is being opened: says which known people look alike. Sent by POST with the token of the form.
// <div data-ressemblances="ADDRESS OF A FRAGMENT"> inside the form; the server says the same when the form is sent.

const pause = 600;

for (const place of document.querySelectorAll("[data-ressemblances]")) {
  const form = place.closest("form");
  let timer, asking;

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(place.dataset.ressemblances, {
        method: "POST", body: new URLSearchParams(new FormData(form)), signal: asking.signal,
        headers: { Accept: "text/html" },
      });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.replaceChildren(...page.body.childNodes);
    } catch (problem) {
      if (problem.name !== "AbortError") place.replaceChildren();
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
}
