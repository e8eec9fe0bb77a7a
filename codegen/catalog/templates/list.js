"use strict";
// The list as one scrolls through it: only the items near the window have elements. The others are
// represented by their height, which is estimated until they have been drawn once.

const OVERSCAN = 600; // pixels above and below the window
const list = document.getElementById("list");
const narrow = matchMedia("(max-width: 820px)");

let items = [];
let heights = new Map(); // item -> measured height
let offsets = [0]; // where each item begins, and where the last one ends
let nodes = new Map(); // item -> element
let seen = null; // what is looked at: the item, the row if a link led to it, and its place in the window

function setItems(all) {
  items = all;
  for (const node of nodes.values()) node.remove();
  nodes = new Map();
  heights = new Map();
  place();
  drawWindow();
}

// Draw an item again, because its rows have changed.
function redraw(item) {
  heights.delete(item);
  nodes.get(item)?.remove();
  nodes.delete(item);
  place();
  drawWindow();
}

function place() {
  offsets = new Float64Array(items.length + 1);
  items.forEach((item, at) => {
    offsets[at + 1] = offsets[at] + (heights.get(item) ?? estimate(item));
  });
}

function estimate(item) {
  if (item.groups) return 60;
  const row = narrow.matches ? 92 : 35;
  const facts = (DATA.models.verdict ? 20 : 0) + (narrow.matches && DAYS.length ? 27 : 0);
  return 48 + rowsOf(item).length * (row + facts) + (item.summary ? 18 : 0);
}

// The item at a number of pixels below the start of the list.
function itemAt(pixels) {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle + 1] <= pixels) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listTop() {
  return list.getBoundingClientRect().top + scrollY;
}

// Give the items near the window their elements, and take away the others.
function drawWindow() {
  const top = scrollY - listTop();
  const first = itemAt(top - OVERSCAN);
  const last = itemAt(top + innerHeight + OVERSCAN);
  const wanted = items.slice(first, last + 1);
  const kept = new Set(wanted);
  for (const [item, node] of nodes) {
    if (kept.has(item)) continue;
    node.remove();
    nodes.delete(item);
  }
  let before = null;
  for (const item of wanted) {
    if (!nodes.has(item)) {
      nodes.set(item, draw(item));
      if (before) before.after(nodes.get(item));
      else list.prepend(nodes.get(item));
    }
    before = nodes.get(item);
  }
  pad(first, last);
  measure(first, last, itemAt(top));
  remember();
}

// Which item is looked at: the one that a link led to, if it is in the window, or else the first.
function remember() {
  const target = list.querySelector("li.marked");
  const top = target?.getBoundingClientRect().top ?? -1;
  const isTarget = top >= 0 && top < innerHeight;
  const item = isTarget ? target.closest(".item").item : items[itemAt(scrollY - listTop())];
  const selector = isTarget ? "li.marked" : ":scope > *";
  const node = nodes.get(item)?.querySelector(selector);
  seen = node && scrollY ? { item, selector, top: node.getBoundingClientRect().top } : null;
}

// Draw for another size of the window: what was looked at stays where it was, or at least in it.
function resized() {
  const kept = seen;
  heights.clear();
  place();
  drawWindow();
  for (let times = 0; kept && times < 30; times++) {
    const box = nodes.get(kept.item)?.querySelector(kept.selector)?.getBoundingClientRect();
    const top = box?.top ?? listTop() + offsets[items.indexOf(kept.item)] - scrollY;
    const wanted = kept.selector === "li.marked" ? Math.min(kept.top, innerHeight - (box?.height ?? 0)) : kept.top;
    if (Math.abs(top - wanted) < 1) break;
    scrollBy({ top: top - wanted, behavior: "instant" });
    drawWindow();
  }
}

function pad(first, last) {
  list.style.paddingTop = `${offsets[first]}px`;
  list.style.paddingBottom = `${offsets[items.length] - (offsets[last + 1] ?? 0)}px`;
}

// Replace estimates by real heights. What is above the window's first item moves the scroll
// position by as much, so that nothing moves for the reader.
function measure(first, last, anchor) {
  let [above, isNew] = [0, false];
  for (let at = first; at <= last && at < items.length; at++) {
    const height = nodes.get(items[at]).getBoundingClientRect().height;
    const change = height - (offsets[at + 1] - offsets[at]);
    heights.set(items[at], height);
    if (Math.abs(change) < 0.5) continue;
    isNew = true;
    if (at < anchor) above += change;
  }
  if (!isNew) return;
  place();
  pad(first, last);
  if (above) scrollBy({ top: above, behavior: "instant" });
}

// Scroll to an item until it is in place: its estimated position is wrong at first, and what is drawn
// on the way moves it again.
function scrollToItem(item, selector = "") {
  const at = items.indexOf(item);
  const bar = document.getElementById("bar").offsetHeight;
  for (let [times, isThere] = [0, false]; times < 30 && !isThere; times++) {
    const node = selector ? nodes.get(item)?.querySelector(selector) : null;
    if (node) node.scrollIntoView({ block: "center", behavior: "instant" });
    else scrollTo({ top: listTop() + offsets[at] - bar - 8, behavior: "instant" });
    const before = scrollY;
    drawWindow();
    isThere = scrollY === before && nodes.get(item)?.isConnected && (!selector || node);
  }
}
