"use strict";
// What happens when. The state of the page is its address: "#q=llama&quant=BNB" for a search and
// filters, "#LLAMA_3_1_8B" for a model, "#llama" for a family. It is behind a "#" because that works
// for files too.

const find = document.getElementById("q");
const selects = [...document.querySelectorAll("#filters select")];
const order = document.querySelector("select[name=sort]");
const labels = new Map(selects.flatMap((s) => [...s.options]).map((o) => [o, o.textContent]));
const fold = document.getElementById("fold");
const notice = document.getElementById("notice");
const NAME = document.title;

var state = { q: "", sort: "" };
var marked = null; // the model that the address names

function readControls() {
  const chosen = Object.fromEntries(selects.map((select) => [select.name, select.value]));
  state = { q: find.value, ...chosen, sort: order.value };
}

function update() {
  readControls();
  const { items, shown, retired, counts } = select(state);
  for (const control of selects) showChoices(control, counts[control.name]);
  const gone = !shown && retired ? `, ${counted(retired, "retired name")}` : "";
  setText(document.getElementById("count"), counted(shown, "model") + gone);
  document.getElementById("none").hidden = Boolean(shown || retired);
  document.getElementById("nearest").replaceChildren();
  clearTimeout(explaining);
  if (!shown && !retired && state.q.trim()) explaining = setTimeout(explain, 250);
  document.getElementById("clear").hidden = !isNarrowed();
  const chosen = selects.filter((control) => control.value).length;
  setText(fold, chosen ? `Filters (${chosen})` : "Filters");
  const about = DATA.quants[state.quant];
  setText(document.getElementById("about"), about ? `${state.quant}: ${about}` : "");
  setItems(items);
  moveStop(firstStop());
  setTitle();
}

// Why a search finds nothing, and what comes nearest; once the reader has stopped typing.
let explaining = 0;

function explain() {
  const place = document.getElementById("nearest");
  const without = hits(state.q, models).length;
  if (without) {
    const address = `#${new URLSearchParams({ q: state.q.trim() })}`;
    place.append(element("a", { href: address }, `${counted(without, "model")} without the filters`));
    return;
  }
  const unknown = unknownWords(state.q, models).map((word) => `“${word}”`);
  const links = nearest(state.q, models).map((model) => element("a", { href: `#${model.constant}` }, model.repo_id));
  place.append(
    unknown.length ? `No model matches ${unknown.join(" or ")}. ` : "",
    ...links.flatMap((link, at) => [at ? ", " : "Closest: ", link]),
  );
}

// How many models each choice would leave; a choice that leaves none cannot be made.
function showChoices(control, counts) {
  control.classList.toggle("chosen", Boolean(control.value));
  for (const option of control.options) {
    if (!option.value) continue;
    const count = counts.get(option.value) ?? 0;
    if (option.count === count && !option.selected) continue;
    option.count = count;
    option.disabled = !count && !option.selected;
    setText(option, `${labels.get(option)} (${number.format(count)})`);
  }
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function setTitle() {
  const chosen = selects.filter((control) => control.value).map((control) => labels.get(control.selectedOptions[0]));
  const parts = marked ? [marked.repo_id ?? marked.title] : [state.q.trim(), ...chosen].filter(Boolean);
  document.title = [...parts, NAME].join(" · ");
}

function isNarrowed() {
  return Boolean(find.value) || selects.some((control) => control.value);
}

// Write the address. Choices make an entry of the history, and so does a search when it begins.
// Its keys do not: browsers limit how often an address is written.
let writing = 0;
let isTyping = false;

function writeAddress(isReplaced) {
  const entries = Object.entries({ ...state, q: state.q.trim() }).filter(([, value]) => value);
  const hash = entries.length ? `#${new URLSearchParams(entries)}` : "";
  if (hash === location.hash) return;
  const address = hash || location.href.split("#")[0];
  if (isReplaced) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

function changed(event) {
  marked = null;
  notice.textContent = "";
  update();
  const typed = event?.target === find;
  clearTimeout(writing);
  writing = setTimeout(
    () => {
      writeAddress(typed && isTyping);
      isTyping = typed;
    },
    typed ? 150 : 0,
  );
  // Results begin below the bar, wherever one was.
  const bar = document.getElementById("bar");
  if (scrollY > bar.offsetTop) {
    scrollTo({ top: bar.offsetTop });
    drawWindow();
  }
}

function clear() {
  find.value = "";
  for (const control of selects) control.value = "";
  changed();
  find.focus();
}

// Show what the address says.
function readAddress() {
  clearTimeout(writing);
  isTyping = false;
  let text = location.hash.slice(1);
  try {
    text = text.includes("=") ? text : decodeURIComponent(text);
  } catch {} // A "%" that encodes nothing stands for itself.
  const asked = new URLSearchParams(text.includes("=") ? text : "");
  find.value = asked.get("q") ?? "";
  const unknown = [];
  for (const control of [...selects, order]) {
    const value = asked.get(control.name) ?? "";
    control.value = value;
    if (control.selectedIndex >= 0) continue;
    control.value = "";
    unknown.push(`${control.name}=${value}`);
  }
  const known = new Set(["q", ...[...selects, order].map((control) => control.name)]);
  for (const [key, value] of asked) if (!known.has(key)) unknown.push(`${key}=${value}`);
  marked = text.includes("=") ? null : (byLink.get(text) ?? null);
  update();
  notice.textContent = unknown.length
    ? `This link has unknown filters, which are ignored: ${unknown.join(", ")}`
    : text && !text.includes("=") && !marked
      ? `This catalog has no model ${text}.`
      : "";
  if (marked) lead(marked);
}

// Go to what a link names.
function lead(target) {
  if (target.groups) {
    scrollToItem(target);
    nodes.get(target)?.querySelector("a").focus({ preventScroll: true });
    return;
  }
  if (!rowsOf(target.group).includes(target)) unfold(target.group);
  scrollToItem(target.group, "li.marked");
  const stop = nodes.get(target.group).querySelector("li.marked button.constant");
  moveStop(stop);
  stop?.focus({ preventScroll: true, focusVisible: true });
}

// Show all rows of a group, or only those that are asked for.
function unfold(group) {
  group.isOpen = !group.isOpen;
  redraw(group);
}

// One stop of the Tab key for all rows; arrows go on from there. It is remembered as a place in the
// list, because its element may be gone and come back.
let stop = null;

function moveStop(to) {
  for (const node of list.querySelectorAll("li [tabindex='0']")) node.tabIndex = -1;
  stop = to ? placeOf(to) : null;
  if (to) to.tabIndex = 0;
}

function placeOf(node) {
  const { model } = node.closest("li");
  return { model, kind: node.classList[0] };
}

function firstStop() {
  return list.querySelector("li button.constant");
}

// The element of a place, scrolled into view.
function reach({ model, kind }) {
  const row = () => nodes.get(model.group)?.querySelector(`[data-constant="${model.constant}"]`);
  if (!row()) scrollToItem(model.group);
  row().scrollIntoView({ block: "nearest", behavior: "instant" });
  drawWindow();
  return row().querySelector(`.${kind}`);
}

// Where an arrow key leads: within the row, or to the same column of the next row; null at the ends.
function next({ model, kind }, key) {
  const step = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const kinds = ["what", "constant", "path", "out"];
    const at = kinds.indexOf(kind) + step;
    return kinds[at] ? { model, kind: kinds[at] } : null;
  }
  const rows = rowsOf(model.group);
  let to = rows[rows.indexOf(model) + step];
  for (let at = items.indexOf(model.group) + step; !to && items[at]; at += step) {
    const group = items[at];
    if (!group.groups && !group.isRetired) to = rowsOf(group).at(step > 0 ? 0 : -1);
  }
  return to ? { model: to, kind } : null;
}

// A message at the foot of the page, for eyes and for screen readers.
let saying = 0;

function say(text) {
  const message = document.getElementById("message");
  message.textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => (message.textContent = ""), 2500);
}

async function copyFrom(button) {
  const copied = await copy(button.textContent);
  say(copied ? `Copied ${button.textContent}` : "Your browser does not allow this page to copy.");
  if (!copied) return;
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), 1200);
}

function pressed(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inRow = target.closest("#list li");
  const isLost = target === document.body && stop; // its element was scrolled away
  let to = null;
  if (key === "/" && !target.matches("input, select")) to = find;
  else if (key === "Escape" && !target.matches("select")) to = isNarrowed() ? clear() : null;
  else if (target === find && (key === "ArrowDown" || key === "Enter")) to = firstStop();
  else if ((inRow?.model || isLost) && key.startsWith("Arrow")) {
    const place = next(inRow ? placeOf(target) : stop, key);
    to = place ? reach(place) : key === "ArrowUp" && find;
  }
  if (!to) return;
  event.preventDefault();
  if (to === find) find.select();
  else moveStop(to);
  to.focus({ preventScroll: to !== find, focusVisible: true });
}

function clicked({ target }) {
  if (target.closest("[data-clear]")) clear();
  const button = target.closest("li button, #import");
  if (button) copyFrom(button);
  const more = target.closest(".more");
  if (more) {
    const { item } = more.closest(".item");
    unfold(item);
    nodes.get(item).querySelector(".more").focus({ preventScroll: true });
  }
  // A link to the present address changes nothing, and should still lead there.
  const link = target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) readAddress();
  if (target.closest("#families a")) document.getElementById("families").open = false;
}

function showTheme(name) {
  document.getElementById("theme").textContent = `Theme: ${name}`;
}

// On paper: a line for each model, instead of the part of the list that is on the screen.
function beforePrint() {
  const lines = items.filter((item) => item.groups || !item.isRetired).map((item) => {
    if (item.groups) return element("h2", {}, item.title);
    const rows = isNarrowed() ? rowsOf(item) : item.models;
    return element("p", {}, element("b", {}, item.title), ` ${rows.map((model) => model.label).join(", ")}`);
  });
  document.getElementById("paper").replaceChildren(...lines);
}

document.getElementById("theme").addEventListener("click", () => {
  const names = Theme.names;
  Theme.set(names[(names.indexOf(Theme.get()) + 1) % names.length]);
  showTheme(Theme.get());
});
fold.addEventListener("click", () => {
  const isOpen = document.getElementById("bar").classList.toggle("open");
  fold.setAttribute("aria-expanded", String(isOpen));
});
find.addEventListener("input", changed);
for (const control of [...selects, order]) control.addEventListener("change", changed);
document.addEventListener("keydown", pressed);
document.addEventListener("click", clicked);
addEventListener("hashchange", readAddress);
addEventListener("scroll", drawWindow, { passive: true });
addEventListener("resize", resized);
addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", () => document.getElementById("paper").replaceChildren());

showTheme(Theme.get());
readAddress();
setTimeout(() => models.forEach(prepare));
