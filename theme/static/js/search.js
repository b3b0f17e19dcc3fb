// Search: the index (Pagefind) is fetched at the first letter, and only the parts that a word needs.
const box = document.querySelector(".search-box");
const [input, count, list] = box.querySelectorAll("input, [role=status], ol");
const more = document.createElement("button");
const SHOWN = 12;
let pagefind;

const load = async () => {
  const { pathname } = new URL(box.dataset.root);
  const found = await import(`${box.dataset.root}pagefind/pagefind.js`);
  await found.options({ baseUrl: pathname, excerptLength: 24 });
  return found;
};

const item = ({ url, meta, excerpt }) => {
  const entry = document.createElement("li");
  const link = entry.appendChild(document.createElement("a"));
  const text = entry.appendChild(document.createElement("p"));
  link.className = "alone";
  link.href = url;
  link.textContent = meta.title;
  text.innerHTML = excerpt; // Pagefind escapes the text and adds <mark>
  return entry;
};

const show = (items, told) => {
  list.replaceChildren(...items);
  count.textContent = told;
  more.hidden = true;
};

const search = async (shown = SHOWN) => {
  const words = input.value.trim();
  const isOver = () => input.value.trim() !== words; // a later letter has taken over
  history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  if (!words) {
    show([], "");
    return;
  }
  try {
    pagefind ??= load();
    const found = await (await pagefind).debouncedSearch(words, {}, 150);
    if (!found || isOver()) return;
    const { length } = found.results;
    const data = await Promise.all(found.results.slice(0, shown).map((one) => one.data()));
    if (isOver()) return;
    show(data.map(item), length ? `${count.dataset.some} ${length}` : count.dataset.none);
    more.hidden = length <= shown;
    more.onclick = async () => {
      await search(shown + SHOWN);
      list.children[shown]?.querySelector("a").focus();
    };
  } catch {
    pagefind = undefined; // the next letter tries again
    if (!isOver()) show([], count.dataset.broken);
  }
};

more.textContent = count.dataset.more;
more.hidden = true;
box.append(more);
input.addEventListener("input", () => search());
input.value = new URLSearchParams(location.search).get("q") ?? "";
if (input.value) search();
