const FIRST_WAIT = 1500;
const LONGEST_WAIT = 10000;
const PATIENCE = 10 * 60 * 1000;

/** Asks for the state of an item, less and less often, and shows the page anew when it has moved. */
export function watchItem(element) {
  const began = Date.now();
  const look = async (wait) => {
    if (Date.now() - began > PATIENCE) {
      element.querySelector("[data-watch-status]").textContent =
        "This takes longer than usual. Come back later.";
      return;
    }
    try {
      const answer = await fetch(element.dataset.watch, {
        headers: { Accept: "application/json" },
        cache: "no-store",
      });
      if (answer.status === 401 || answer.status === 404) {
        return;
      }
      if (answer.ok && (await answer.json()).state !== element.dataset.state) {
        location.reload();
        return;
      }
    } catch {
      // The network is away for a moment: look again later.
    }
    setTimeout(look, wait, Math.min(wait * 1.5, LONGEST_WAIT));
  };
  setTimeout(look, FIRST_WAIT, FIRST_WAIT);
}
