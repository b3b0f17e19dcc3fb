// Only while `make serve` shows the site: reloads a page that has changed, and shows what is wrong.
(() => {
  const { tag } = document.currentScript.dataset;
  let shown = document.currentScript.dataset.build;
  const banner = document.createElement("pre");
  banner.setAttribute("role", "alert");
  banner.tabIndex = 0;
  // Through the object model, which the page's content security policy leaves alone.
  banner.style.cssText = `position: fixed; inset: auto 0 0; z-index: 2147483647; margin: 0; padding: 1rem;
    max-block-size: 60vh; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere;
    font: 0.875rem/1.5 ui-monospace, monospace; color: #fff; background: #7a1212; border-block-start: 3px solid #fff`;

  const reloadIfChanged = async () => {
    const answer = await fetch(location.href, { method: "HEAD" });
    if (answer.headers.get("ETag") !== `"${tag}"`) location.reload();
  };

  let events;
  const listen = () => {
    events = new EventSource("/-preview/events");
    events.onmessage = ({ data }) => {
      const { build, words } = JSON.parse(data);
      if (build !== shown) {
        shown = build;
        reloadIfChanged();
      }
      banner.textContent = words;
      if (words) document.body.append(banner);
      else banner.remove();
    };
  };

  // A browser keeps few connections to one server: tabs that nobody looks at give theirs back.
  document.addEventListener("visibilitychange", () => (document.hidden ? events.close() : listen()));
  if (!document.hidden) listen();
})();
