/** Shows a button that copies the text of another element, where the browser lets it. */
export function offerCopy(offer) {
  const source = document.getElementById(offer.dataset.copy);
  if (!source || !navigator.clipboard) {
    return;
  }
  offer.hidden = false;
  const status = offer.querySelector("[role=status]");
  offer.querySelector("button").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      status.textContent = "Copied.";
    } catch {
      status.textContent = "It could not be copied. Select it and copy it yourself.";
    }
  });
}
