// Keys: [data-raccourci="/"] takes the cursor, [data-raccourci="Alt+1"] is followed. Only when nobody is typing; each
// person may turn them off in their account (<body data-raccourcis="non">, and this file is not loaded).

const isTyping = (element) =>
  element?.isContentEditable
  || element?.matches?.('textarea, select, input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"])');

// By the place of the key: on a French keyboard the upper row gives & é " without Shift.
const named = (event) => {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && digit) return `Alt+${digit[1]}`;
  if (!event.altKey && !event.ctrlKey && !event.metaKey) return event.key;
  return null;
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || isTyping(document.activeElement)) return;
  const name = named(event);
  if (!name) return;
  const target = document.querySelector(`[data-raccourci="${CSS.escape(name)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input, textarea, select")) {
    target.focus();
    target.select?.();
  } else {
    target.click();
  }
});
