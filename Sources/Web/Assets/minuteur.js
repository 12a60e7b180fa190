// Counts the minutes while the page is in sight and fills the field; a hand on the field always wins.
// <input data-minuteur="SECONDS ALREADY SPENT"> with [data-minuteur-dit] beside it.

const idle = 5 * 60;

for (const field of document.querySelectorAll("input[data-minuteur]")) {
  const words = field.parentElement.querySelector("[data-minuteur-dit]");
  let seconds = Number(field.dataset.minuteur) || 0;
  let quiet = 0;
  let corrected = field.value !== "";

  const show = () => {
    const minutes = Math.max(1, Math.round(seconds / 60));
    if (!corrected) field.value = String(minutes);
    if (words) words.textContent = corrected ? "Corrigé à la main" : "Le temps est compté";
  };

  // Five minutes without a gesture are not time spent.
  const tick = () => {
    if (document.visibilityState === "hidden" || quiet >= idle) return;
    seconds += 1;
    quiet += 1;
    if (seconds % 15 === 0) show();
  };

  field.addEventListener("input", () => {
    corrected = field.value.trim() !== "";
    show();
  });
  for (const gesture of ["pointerdown", "keydown", "scroll"]) {
    addEventListener(gesture, () => { quiet = 0; }, { passive: true });
  }
  field.form?.addEventListener("submit", show);
  setInterval(tick, 1000);
  show();
}
