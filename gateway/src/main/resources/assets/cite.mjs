/** Takes the words that somebody marked in the text of an item along to the form that cites it. */
export function takeMarkedWords(form) {
  const text = document.querySelector(".cordon-text");
  const quote = form.querySelector("[data-cite-quote]");
  const hint = form.querySelector("[data-cite-hint]");
  if (!text) {
    return;
  }
  hint.hidden = false;
  document.addEventListener("selectionchange", () => {
    const marked = document.getSelection();
    const words = marked.toString().trim();
    if (words && text.contains(marked.anchorNode) && text.contains(marked.focusNode)) {
      quote.value = words;
    }
  });
}
