// Copy buttons: one per value. Hidden without script, since nothing would happen.
// <button type="button" hidden data-copier="VALUE"><span data-mot>Copier</span></button>

const announce = (words) => {
  const place = document.getElementById("annonces");
  if (!place) return;
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = words; });
};

// A page served without TLS on a local network has no clipboard: then by a selection.
const copyBySelection = (text) => {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "hors-vue";
  area.setAttribute("aria-hidden", "true");
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
};

const show = (button, done) => {
  const word = button.querySelector("[data-mot]") ?? button;
  button.toggleAttribute("data-fait", done);
  word.textContent = done ? "Copié" : "À copier à la main";
  announce(done ? `Copié : ${button.dataset.copier}` : "La copie n’a pas pu se faire.");
  clearTimeout(button.back);
  button.back = setTimeout(() => {
    word.textContent = "Copier";
    button.removeAttribute("data-fait");
  }, 2500);
};

for (const button of document.querySelectorAll("button[data-copier]")) button.hidden = false;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copier]");
  if (!button) return;
  const done = await copy(button.dataset.copier);
  button.focus();
  show(button, done);
});
