// Behaviour that HTML alone cannot give: keys, asking before leaving work, one sending per form.
"use strict";

// "/" goes to the search field, "n" opens the form for something new.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus();
  else target.click();
});

// A form is sent once: the button rests until the answer has come.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  form.querySelectorAll("button:not([type=button])").forEach((button) => button.setAttribute("aria-disabled", "true"));
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-once]").forEach((form) => delete form.dataset.sent);
});

// What is wrong in a form is read out first.
document.addEventListener("DOMContentLoaded", () => document.querySelector("[data-focus]")?.focus());

// A choice that decides which further fields are wanted shows only those.
const applies = (element) => {
  const field = document.querySelector(`[name="${CSS.escape(element.dataset.when)}"]`);
  const checked = document.querySelector(`[name="${CSS.escape(element.dataset.when)}"]:checked`);
  const value = (checked ?? field)?.value ?? "";
  element.hidden = !element.dataset.is.split(" ").includes(value);
};
const showWanted = () => document.querySelectorAll("[data-when]").forEach(applies);
document.addEventListener("change", showWanted);
document.addEventListener("DOMContentLoaded", showWanted);
document.addEventListener("htmx:afterSwap", showWanted);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
