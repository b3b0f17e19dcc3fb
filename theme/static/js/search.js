// Search: the index (Pagefind) is fetched at the first letter, and only the parts that a word needs.
const box = document.querySelector(".search-box");
const [input, count, list] = box.querySelectorAll("input, [role=status], ol");
const SHOWN = 12; // at once
const more = document.createElement("button");
more.className = input.className;
more.textContent = count.dataset.more;
more.hidden = true;
list.after(more);
let pagefind;

const load = async () => {
  const { pathname } = new URL(box.dataset.root);
  const found = await import(`${box.dataset.root}pagefind/pagefind.js`);
  await found.destroy(); // what an earlier attempt left
  await found.options({ baseUrl: pathname, excerptLength: 24 });
  return found;
};

const item = ({ url, meta, excerpt }) => {
  const entry = document.createElement("li");
  const link = entry.appendChild(document.createElement("a"));
  const text = entry.appendChild(document.createElement("p"));
  link.href = url;
  link.textContent = meta.title;
  text.innerHTML = excerpt; // Pagefind escapes the text and adds <mark>
  return entry;
};

const search = async (first = 0) => {
  const words = input.value.trim();
  const overtaken = () => input.value.trim() !== words;
  history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  more.hidden = true;
  if (!words) {
    list.replaceChildren();
    count.textContent = "";
    return;
  }
  try {
    pagefind ??= load();
    const found = await (await pagefind).debouncedSearch(words, {}, 150);
    if (!found) return; // a later letter has taken over
    const data = await Promise.all(found.results.slice(first, first + SHOWN).map((one) => one.data()));
    if (overtaken()) return;
    if (!first) list.replaceChildren();
    list.append(...data.map(item));
    const total = found.results.length;
    more.hidden = list.children.length >= total;
    count.textContent = total ? `${count.dataset.some} ${total}` : count.dataset.none;
    if (first) list.children[first].firstChild.focus();
  } catch {
    pagefind = undefined; // the next letter tries again
    if (!overtaken()) count.textContent = count.dataset.broken;
  }
};

input.addEventListener("input", () => search());
more.addEventListener("click", () => search(list.children.length));
input.value = new URLSearchParams(location.search).get("q") ?? "";
if (input.value) search();
