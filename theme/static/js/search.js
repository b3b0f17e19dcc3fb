// Search: the index (Pagefind) is fetched at the first letter, and only the parts that a word needs.
const box = document.querySelector(".search-box");
const [input, count, list] = box.querySelectorAll("input, [role=status], ol");
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
  link.href = url;
  link.textContent = meta.title;
  text.innerHTML = excerpt; // Pagefind escapes the text and adds <mark>
  return entry;
};

const search = async () => {
  const words = input.value.trim();
  history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  if (!words) {
    list.replaceChildren();
    count.textContent = "";
    return;
  }
  try {
    pagefind ??= load();
    const found = await (await pagefind).debouncedSearch(words, {}, 150);
    if (!found) return; // a later letter has taken over
    const data = await Promise.all(found.results.slice(0, SHOWN).map((one) => one.data()));
    list.replaceChildren(...data.map(item));
    count.textContent = data.length ? `${count.dataset.some} ${found.results.length}` : count.dataset.none;
  } catch {
    count.textContent = count.dataset.broken;
  }
};

input.addEventListener("input", search);
input.value = new URLSearchParams(location.search).get("q") ?? "";
if (input.value) search();
