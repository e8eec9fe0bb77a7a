"use strict";
// What happens when. The state of the page is its address: "#q=llama&quant=BNB" for a search and
// choices, "#LLAMA_3_1_8B" for one model. Behind a "#", because that works for files too.

const find = document.getElementById("q");
const count = document.getElementById("count");
const selects = FACETS.map((facet) => document.querySelector(`select[name=${facet}]`));
const labels = new Map(selects.flatMap((s) => [...s.options]).map((o) => [o, o.textContent]));
const folder = document.getElementById("fold");
const number = new Intl.NumberFormat("en");

function choices() {
  return Object.fromEntries(selects.map((select) => [select.name, select.value]));
}

function counted(n, what) {
  return `${number.format(n)} ${what}${n === 1 ? "" : "s"}`;
}

function update() {
  const { shown, retired, counts } = show(find.value, choices());
  const chosen = selects.filter((select) => select.value);
  for (const select of selects) {
    select.classList.toggle("chosen", Boolean(select.value));
    for (const option of select.options) {
      if (!option.value) continue;
      const left = counts[select.name].get(option.value) ?? 0;
      option.disabled = !left && !option.selected;
      option.textContent = `${labels.get(option)} (${number.format(left)})`;
    }
  }
  const gone = !shown && retired ? `, ${counted(retired, "retired name")}` : "";
  count.textContent = counted(shown, "model") + gone;
  document.getElementById("none").hidden = Boolean(shown || retired);
  document.getElementById("clear").hidden = !isNarrowed();
  folder.textContent = chosen.length ? `Filters (${chosen.length})` : "Filters";
  moveStop(firstStop());
}

// The address of what is shown. It is not written at every key: browsers limit how often.
let writing = 0;

function remember() {
  mark(null);
  clearTimeout(writing);
  writing = setTimeout(() => {
    const state = Object.entries({ q: find.value.trim(), ...choices() }).filter(([, v]) => v);
    const address = location.href.split("#")[0];
    history.replaceState(null, "", state.length ? `#${new URLSearchParams(state)}` : address);
  }, 150);
}

// Someone has changed the search or a choice.
function changed() {
  update();
  remember();
  // What is found begins below the bar, wherever one was.
  const bar = document.getElementById("bar");
  if (scrollY > bar.offsetTop) scrollTo({ top: bar.offsetTop });
}

function isNarrowed() {
  return Boolean(find.value) || selects.some((select) => select.value);
}

function clear() {
  find.value = "";
  for (const select of selects) select.value = "";
  changed();
  find.focus();
}

// Show what the address says.
function read() {
  clearTimeout(writing);
  let text = location.hash.slice(1);
  try {
    text = text.includes("=") ? text : decodeURIComponent(text);
  } catch {} // A lone "%" stands for itself.
  const state = new URLSearchParams(text.includes("=") ? text : "");
  find.value = state.get("q") ?? "";
  for (const select of selects) {
    select.value = state.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
  update();
  const row = byName.get(text);
  mark(row);
  if (row) {
    moveStop(row.node.querySelector("button.constant"));
    lead(row.node);
  } else if (text && !text.includes("=")) {
    say(`There is no model ${text} here.`);
  }
}

// Go to a row. More than once: rows that were never near the screen have an estimated height until
// they are, and the browser's own way to the link ends with nothing in focus.
function lead(node, times = 3) {
  node.scrollIntoView({ block: "center" });
  node.querySelector("button.constant")?.focus({ preventScroll: true });
  if (times > 1) requestAnimationFrame(() => lead(node, times - 1));
}

function mark(row) {
  document.querySelector("li.marked")?.classList.remove("marked");
  row?.node.classList.add("marked");
}

// A word at the foot of the page, for eyes and for screen readers.
let saying = 0;

function say(text) {
  const said = document.getElementById("said");
  said.textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => (said.textContent = ""), 2500);
}

async function copyFrom(button) {
  const copied = await copy(button.textContent);
  say(copied ? `Copied ${button.textContent}` : "The browser does not let this page copy.");
  if (!copied) return;
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), 1200);
}

function pressed(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inRow = target.closest("#list li");
  const typing = target.matches("input, select");
  let to;
  if (key === "/" && !typing) to = find;
  else if (key === "Escape" && !target.matches("select")) to = isNarrowed() ? clear() : null;
  else if (target === find && (key === "ArrowDown" || key === "Enter")) to = firstStop();
  else if (inRow && key.startsWith("Arrow")) to = next(target, key) ?? (key === "ArrowUp" && find);
  if (!to) return;
  event.preventDefault();
  if (to === find) find.select();
  else moveStop(to);
  to.focus();
}

function showTheme(name) {
  document.getElementById("theme").textContent = `Theme: ${name}`;
}

document.getElementById("theme").addEventListener("click", () => {
  const names = Theme.names;
  Theme.set(names[(names.indexOf(Theme.get()) + 1) % names.length]);
  showTheme(Theme.get());
});
folder.addEventListener("click", () => {
  const open = document.getElementById("bar").classList.toggle("open");
  folder.setAttribute("aria-expanded", String(open));
});
find.addEventListener("input", changed);
for (const select of selects) select.addEventListener("change", changed);
document.addEventListener("keydown", pressed);
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-clear]")) clear();
  const button = target.closest("li button");
  if (button) copyFrom(button);
  // A link to where one is already changes no address, and should still lead there.
  const link = target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) read();
});
addEventListener("hashchange", read);

for (const { node } of rows) {
  for (const one of node.querySelectorAll("a, button")) one.tabIndex = -1;
}
showTheme(Theme.get());
read();
