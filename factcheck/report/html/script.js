"use strict";
// Filters kept in the address, keys, and lists that are drawn as far as they are asked for. Nothing is loaded or sent.
(() => {
  const FACETS = ["state", "severity", "kind", "source", "language", "story"];
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const bar = document.querySelector(".filters");
  const controls = all("input, select", bar ?? document.createElement("div"));
  const help = document.querySelector(".help");

  /** A list of the page: what is drawn of it, and what still lies in its template. */
  class Shelf {
    constructor(list) {
      const rest = list.querySelector(":scope > template");
      this.list = list;
      this.step = Number(list.dataset.most);
      this.items = [...list.children].filter((child) => child !== rest);
      this.shown = this.items.length;
      if (rest) this.items.push(...rest.content.children);
      this.matches = this.items;
      this.button = (list.closest(".scroll") ?? list).nextElementSibling?.querySelector(":scope > button");
      this.button?.addEventListener("click", () => this.draw(this.matches, this.shown + this.step));
      this.label();
    }
    draw(matches, upTo) {
      this.matches = matches;
      this.shown = Math.min(matches.length, upTo);
      this.list.replaceChildren(...matches.slice(0, this.shown));
      this.label();
    }
    label() {
      if (!this.button) return;
      const left = this.matches.length - this.shown;
      this.button.hidden = left === 0;
      this.button.textContent = `Show ${Math.min(left, this.step)} of ${left} more`;
    }
    /** Draws far enough that `item` is on the page. */
    reach(item) {
      const at = this.matches.indexOf(item);
      if (at >= this.shown) this.draw(this.matches, at + 1);
      return at >= 0;
    }
  }

  const shelves = all("[data-shelf]").map((list) => new Shelf(list));
  const cards = shelves.filter((shelf) => shelf.list.dataset.shelf === "cards");
  const grids = shelves.filter((shelf) => shelf.list.dataset.shelf === "grids");
  const words = new Map(); // card → its text in lower case, once it was searched

  /** How cards name a value of a filter: sources by number, everything else as the address does. */
  const keyOf = (name, value) => {
    const select = controls.find((control) => control.name === name);
    return select.selectedOptions[0].dataset.key ?? value;
  };
  const textOf = (card) => {
    if (!words.has(card)) words.set(card, card.textContent.toLowerCase());
    return words.get(card);
  };
  const fits = (card, filter) =>
    FACETS.every((name) => !filter[name] || card.dataset[name].split("\t").includes(keyOf(name, filter[name]))) &&
    (!filter.q || filter.q.toLowerCase().split(/\s+/).every((word) => textOf(card).includes(word)));

  /** The address behind the hash: filters by name, and the place to go to. A bare name is a place. */
  const address = () => {
    const hash = location.hash.slice(1);
    return new URLSearchParams(hash && !hash.includes("=") ? `at=${hash}` : hash);
  };
  const filters = () => Object.fromEntries(controls.map((control) => [control.name, control.value.trim()]));
  const hashOf = (at) => {
    const told = Object.entries({ ...filters(), at }).filter(([, value]) => value);
    return `#${new URLSearchParams(told)}`;
  };

  let applied = JSON.stringify(filters());
  function apply() {
    const filter = filters();
    if (JSON.stringify(filter) === applied) return;
    applied = JSON.stringify(filter);
    const kept = new Set();
    for (const shelf of cards) {
      const matches = shelf.items.filter((card) => fits(card, filter));
      matches.forEach((card) => kept.add(card.id));
      shelf.draw(matches, shelf.step);
    }
    for (const shelf of grids) {
      const rows = (grid) => all("tr[data-card]", grid);
      shelf.items.forEach((grid) => rows(grid).forEach((row) => { row.hidden = !kept.has(row.dataset.card); }));
      shelf.draw(shelf.items.filter((grid) => rows(grid).some((row) => !row.hidden)), shelf.step);
    }
    const total = cards.reduce((sum, shelf) => sum + shelf.items.length, 0);
    const status = bar.querySelector("[role=status]");
    status.textContent = kept.size === total ? "" : `${kept.size} of ${total} findings`;
  }

  function go(id) {
    const item = shelves.flatMap((shelf) => shelf.items).find((candidate) => candidate.id === id);
    if (item) {
      const shelf = shelves.find((candidate) => candidate.items.includes(item));
      if (!shelf.reach(item)) {
        controls.forEach((control) => { control.value = ""; });
        apply();
        shelf.reach(item);
      }
    }
    const target = item ?? document.getElementById(id);
    if (!target) return;
    if (target.matches(".card")) target.open = true;
    (target.querySelector(":scope > summary") ?? target).focus({ preventScroll: true });
    target.scrollIntoView();
  }

  /** Sets the controls as the address says, then shows what they ask for. */
  function follow() {
    const wanted = address();
    for (const control of controls) {
      control.value = wanted.get(control.name) ?? "";
      if (control.selectedIndex === -1) control.value = "";
    }
    apply();
    if (wanted.get("at")) go(wanted.get("at"));
  }

  function step(by) {
    const list = cards.flatMap((shelf) => shelf.items.filter((card) => card.isConnected));
    const here = list.indexOf(document.activeElement?.closest(".card"));
    const next = list[here === -1 ? (by > 0 ? 0 : list.length - 1) : here + by];
    next?.querySelector("summary").focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  }

  const actions = {
    clear: () => { history.replaceState(null, "", location.pathname + location.search); follow(); },
    unfold: () => {
      const drawn = all(".card");
      const open = drawn.some((card) => !card.open);
      drawn.forEach((card) => { card.open = open; });
    },
    help: () => help.showModal(),
    close: () => help.close(),
  };
  const keys = { j: () => step(1), k: () => step(-1), "/": () => controls[0]?.focus(), "?": actions.help };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.closest("input, select, textarea") || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("click", (event) => {
    actions[event.target.closest("[data-do]")?.dataset.do]?.();
    const place = event.target.closest("a[href^='#']")?.getAttribute("href").slice(1);
    if (!place || place.includes("=")) return;
    event.preventDefault();
    history.pushState(null, "", hashOf(place));
    go(place);
  });
  bar?.addEventListener("input", () => { apply(); history.replaceState(null, "", hashOf("")); });
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  if (bar) bar.hidden = false;
  // Told in full, so that the browser does not scroll to the place itself, and then take the focus from it.
  if (address().get("at")) {
    history.scrollRestoration = "manual";
    history.replaceState(null, "", `#${address()}`);
  }
  follow();
})();
