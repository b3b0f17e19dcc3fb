// Definition cards. A card is the definition under "Terms on this page", lifted beside the link that needs
// it. Hover and keyboard focus show it, and so does a tap; mouse clicks and Enter follow the link.
const IN = 300, OUT = 250; // ms
const cards = new Map();
let timer;

const after = (wait, what) => {
  clearTimeout(timer);
  timer = setTimeout(what, wait);
};
const hides = (card) => () => after(OUT, () => card.hidePopover());

for (const card of document.querySelectorAll(".card")) {
  cards.set(card.querySelector("a").href, card);
  // Its place stays as high as it was: nothing on the page moves.
  card.addEventListener("beforetoggle", ({ newState }) => {
    const slot = card.parentElement.style;
    slot.blockSize = newState === "open" ? `${card.getBoundingClientRect().height}px` : "";
  });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && hides(card)());
}

for (const link of document.querySelectorAll("a.entity")) {
  const card = cards.get(link.href);
  if (!card) continue;
  const show = () => card.showPopover({ source: link });
  link.addEventListener("click", (event) => {
    if (event.pointerType !== "touch" || card.matches(":popover-open")) return;
    event.preventDefault();
    show();
  });
  if ("interestForElement" in link) {
    link.interestForElement = card;
    continue;
  }
  link.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && after(IN, show));
  link.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && hides(card)());
  link.addEventListener("focus", ({ relatedTarget }) => {
    // Not when the focus comes back from the card itself, closed by Esc.
    if (link.matches(":focus-visible") && !card.contains(relatedTarget)) after(0, show);
  });
  link.addEventListener("blur", ({ relatedTarget }) => card.contains(relatedTarget) || hides(card)());
}
