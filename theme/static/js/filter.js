// The filter of the glossary: names in any language of the site, with or without accents, one slip forgiven
// in four letters, two in eight.
const box = document.querySelector(".filter-box");
const [input, kind, count] = box.querySelectorAll("input, select, [role=status]");

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const entries = [...document.querySelectorAll("[data-type]")].map((element) => {
  const names = plain(`${element.dataset.names} ${element.querySelector("a").textContent}`);
  return { element, type: element.dataset.type, names, words: names.split(/[^\p{L}\p{N}]+/u) };
});

// How many letters must change to make `word`, or its beginning, out of `query`.
const slips = (query, word) => {
  let row = Array.from({ length: word.length + 1 }, (_, n) => n);
  for (let i = 1; i <= query.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (query[i - 1] !== word[j - 1]));
    }
    row = next;
  }
  return Math.min(...row.slice(Math.max(0, query.length - 2)));
};

const fits = (query) => {
  const allowed = Math.min(2, Math.floor(query.length / 4));
  const exact = entries.filter(({ names }) => names.includes(query));
  if (exact.length || !allowed) return new Set(exact);
  return new Set(entries.filter(({ words }) => words.some((word) => slips(query, word) <= allowed)));
};

const filter = () => {
  const query = plain(input.value.trim());
  const fitting = fits(query);
  let shown = 0;
  for (const entry of entries) {
    const fit = fitting.has(entry) && (!kind.value || entry.type === kind.value);
    entry.element.hidden = !fit;
    shown += fit;
  }
  for (const group of document.querySelectorAll(".letters__group")) {
    group.hidden = !group.querySelector("[data-type]:not([hidden])");
  }
  count.textContent = query || kind.value ? `${count.dataset.some} ${shown}` : "";
};

input.addEventListener("input", filter);
kind.addEventListener("change", filter);
