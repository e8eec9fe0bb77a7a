"use strict";
// In the head, so that the page is never shown in the other theme first.
const Theme = {
  names: ["auto", "light", "dark"],
  get() {
    const name = document.documentElement.dataset.theme;
    return Theme.names.includes(name) ? name : "auto";
  },
  set(name) {
    document.documentElement.dataset.theme = name;
    try {
      localStorage.setItem("hubenum-theme", name);
    } catch {} // Not kept where the browser keeps nothing for files.
  },
};
try {
  document.documentElement.dataset.theme = localStorage.getItem("hubenum-theme") || "auto";
} catch {}
