"""When a reader sees a page on a slow line and a slow machine, by Chromium itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from benchmarks.harness import Sample

# What Lighthouse calls a slow 4G line, and a mid-range telephone: ms, bytes a second, times slower.
LATENCY, BYTES_A_SECOND, SLOWER = 150, 1_600_000 // 8, 4
# ms that must pass without a larger paint.
QUIET = 1500
# A paint may come after the page has loaded: the first is waited for.
_PAINTS = """(quiet) => new Promise((done) => {
  let first, largest;
  const tell = () => setTimeout(() => done([first, largest ?? first]), quiet);
  new PerformanceObserver((list) => {
    const found = list.getEntriesByName("first-contentful-paint");
    if (found.length) { first = found[0].startTime; tell(); }
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) largest = one.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
})"""


def open_slowly(browser: Browser, url: str) -> Sample:
    """Open a page with nothing cached; return first and largest paint, bytes sent and requests."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    sent: list[float] = []
    protocol.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
    protocol.send("Network.enable")
    line = {"latency": LATENCY, "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
    protocol.send("Network.emulateNetworkConditions", {"offline": False, **line})
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        page.goto(url, wait_until="load")
        first, largest = page.evaluate(_PAINTS, QUIET)
    finally:
        context.close()
    return {
        "first paint ms": first,
        "largest paint ms": largest,
        "kB": sum(sent) / 1000,
        "requests": float(len(sent)),
    }
