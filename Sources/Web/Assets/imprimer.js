// The print button of a page made for paper; without script the browser's own command does it.
for (const button of document.querySelectorAll("button[data-imprimer]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
