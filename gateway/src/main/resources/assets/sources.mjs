import { readPage, sendForm } from "./parts.mjs";

/** The search beside the text: what is found goes into the passage that is being written. */
export function offerSources(root, writing) {
  const section = root.querySelector("[data-find]");
  const search = section.querySelector("form");
  const status = section.querySelector("[data-find-status]");
  const results = section.querySelector("[data-find-results]");

  search.addEventListener("submit", async (event) => {
    event.preventDefault();
    const words = search.elements.q.value.trim();
    if (words === "") {
      return;
    }
    status.textContent = "Searching";
    try {
      const address = new URL(root.dataset.sources, location.href);
      address.searchParams.set("q", words);
      show(await readPage(address));
    } catch {
      status.textContent = "The search did not work just now. Try again.";
    }
  });

  results.addEventListener("submit", async (event) => {
    const source = event.target.closest("[data-source]");
    const passage = writing.current();
    event.preventDefault();
    if (event.submitter?.matches("[data-refer]") && passage) {
      passage.cite(event.target.elements.citation.value, source.dataset.title);
      status.textContent = "Added to the sources of the passage that you are writing.";
      return;
    }
    const after = passage?.id || writing.last();
    const fields = new FormData(event.target);
    fields.set("after", after);
    const outcome = await sendForm(event.target.action, fields);
    if (outcome.page?.querySelector("form[data-passage-form]")) {
      nameSources(writing.insert(outcome.page, after), source.dataset.title);
      writing.announce("A new passage is open.");
    } else {
      status.textContent = "That did not work just now. Try again.";
    }
  });

  function show(page) {
    const problem = page.querySelector(".govuk-error-summary__list");
    const found = page.querySelector("[data-found]");
    results.replaceChildren();
    if (problem) {
      status.textContent = problem.textContent.trim();
    } else if (found) {
      const count = found.children.length;
      status.textContent = count === 1 ? "1 result." : `${count} results.`;
      results.append(document.adoptNode(found));
    } else {
      status.textContent = "Nothing that is open to you matches.";
    }
  }

  /** A source that is cited for the first time has no title in the form yet. */
  function nameSources(passage, title) {
    const label = passage.form.querySelector("[data-cited] label span");
    if (label) {
      label.textContent = title;
    }
  }
}
