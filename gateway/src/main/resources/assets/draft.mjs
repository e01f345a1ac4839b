import { OpenPassage } from "./passage.mjs";
import { readPage, refusalOf, sendForm } from "./parts.mjs";
import { offerSources } from "./sources.mjs";

const CLOSED_WAIT = 800;

/** Writing a draft within its page: passages open where they stand and save themselves. */
export function enhanceDraft(root) {
  const list = root.querySelector("[data-passages]");
  const announcer = root.querySelector("[data-announce]");
  const open = new Set();
  let current = null;
  let closedTimer;

  const host = {
    newAddress: root.dataset.new,
    addressOf: (id) => root.dataset.new.replace(/new$/, id),

    saved() {
      clearTimeout(closedTimer);
      closedTimer = setTimeout(refreshClosed, CLOSED_WAIT);
    },

    /** Shows a passage as it reads, with the keyboard where it was. */
    async finish(passage) {
      try {
        const view = await viewOf(passage.id);
        passage.item.replaceWith(view);
        forget(passage);
        view.querySelector("[data-edit]").focus();
        announce("Saved.");
      } catch {
        passage.tell("Saved. The passage cannot be shown just now: there is no connection.");
      }
    },

    /** Leaves a passage as it was before it was opened. */
    close(passage) {
      forget(passage);
      if (passage.before) {
        passage.item.replaceWith(passage.before);
        passage.before.querySelector("[data-edit]").focus();
      } else {
        passage.item.remove();
        passage.opener?.focus();
      }
    },

    async takeTheirs(passage) {
      try {
        const view = await viewOf(passage.id);
        passage.item.replaceWith(view);
        view.focus();
      } catch {
        passage.item.remove();
      }
      forget(passage);
      announce("Theirs is kept.");
    },

    /** Makes a passage of its own of what was typed into one that somebody else saved or took out. */
    async splitOff(passage, hasOther) {
      const other = passage.id;
      passage.id = null;
      passage.isNew = true;
      delete passage.item.dataset.passage;
      if (hasOther) {
        try {
          passage.item.before(await viewOf(other));
        } catch {
          // It is in the draft; the page shows it when it is read again.
        }
      }
    },
  };

  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-edit], [data-add]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openFrom(link);
    }
  });
  root.addEventListener("focusin", (event) => {
    current = [...open].find((each) => each.item.contains(event.target)) || current;
  });
  list.addEventListener("submit", (event) => {
    if (event.target.matches(".cordon-passage__actions") && event.submitter) {
      event.preventDefault();
      arrange(event.target, event.submitter);
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if ([...open].some((passage) => !passage.isSaved())) {
      event.preventDefault();
    }
  });
  offerSources(root, {
    /** The passage that is being written, if any. */
    current: () => (open.has(current) ? current : null),
    last: () => list.querySelector(":scope > [data-passage]:last-of-type")?.dataset.passage || "",
    insert: (page, after) => place(page, after, null),
    announce,
  });

  async function openFrom(link) {
    const item = link.closest("[data-passage]");
    try {
      const page = await readPage(link.href);
      if (link.matches("[data-edit]")) {
        replace(page, item);
      } else {
        place(page, new URL(link.href).searchParams.get("after"), link);
      }
    } catch {
      location.assign(link.href);
    }
  }

  /** The form in place of the passage. */
  function replace(page, item) {
    const passage = begin(page, item.dataset.passage);
    passage.before = item;
    item.replaceWith(passage.item);
    passage.text.focus();
  }

  /** The form of a new passage after another one, at the beginning ("first"), or at the end. */
  function place(page, after, opener) {
    const passage = begin(page, null);
    passage.opener = opener;
    const before = after && list.querySelector(`:scope > [data-passage="${CSS.escape(after)}"]`);
    if (before) {
      before.after(passage.item);
    } else if (after === "first") {
      list.prepend(passage.item);
    } else {
      list.append(passage.item);
    }
    root.querySelector("[data-empty]")?.remove();
    passage.text.focus();
    passage.changed();
    return passage;
  }

  function begin(page, id) {
    const form = document.adoptNode(page.querySelector("form[data-passage-form]"));
    const item = document.createElement("li");
    item.className = "cordon-passage cordon-passage--open";
    if (id) {
      item.dataset.passage = id;
      item.id = `p-${id}`;
    }
    item.append(form);
    const passage = new OpenPassage(item, form, host);
    open.add(passage);
    current = passage;
    return passage;
  }

  function forget(passage) {
    open.delete(passage);
    if (current === passage) {
      current = null;
    }
  }

  async function viewOf(id) {
    const page = await readPage(host.addressOf(id), true);
    return document.adoptNode(page.querySelector("[data-passage]"));
  }

  async function arrange(form, button) {
    const item = form.closest("[data-passage]");
    const address = button.hasAttribute("formaction") ? button.formAction : form.action;
    const outcome = await sendForm(address, new FormData(form, button));
    if (!outcome.page || !outcome.page.querySelector("[data-done]")) {
      announce(
        outcome.page ? refusalOf(outcome.page) : "That was not done: there is no connection.",
        true,
      );
    } else if (button.dataset.move) {
      move(item, button);
    } else {
      offerUndo(item);
    }
  }

  function move(item, button) {
    const up = button.dataset.move === "up";
    const others = [...list.querySelectorAll(":scope > [data-passage]")];
    const other = others[others.indexOf(item) + (up ? -1 : 1)];
    if (other) {
      other[up ? "before" : "after"](item);
      announce(`Moved ${up ? "up" : "down"}.`);
    } else if (root.querySelector(".cordon-text-pages")) {
      location.assign(`${location.pathname}?at=${item.dataset.passage}#${item.id}`);
      return;
    } else {
      announce(up ? "It is the first already." : "It is the last already.");
    }
    button.focus();
  }

  function offerUndo(item) {
    const others = [...list.querySelectorAll(":scope > [data-passage]")];
    const after = others[others.indexOf(item) - 1]?.dataset.passage || "first";
    const gone = document.createElement("li");
    const undo = document.createElement("button");
    gone.className = "cordon-passage cordon-passage--removed";
    undo.type = "button";
    undo.className = "cordon-link-button";
    undo.textContent = "Undo";
    undo.addEventListener("click", async () => {
      const outcome = await sendForm(`${item.dataset.address}/restore`, { after });
      if (outcome.page?.querySelector("[data-done]")) {
        const view = await viewOf(item.dataset.passage).catch(() => item);
        gone.replaceWith(view);
        view.querySelector("[data-edit]").focus();
        announce("The passage is back.");
      } else {
        announce("It could not be put back just now. Try again.", true);
      }
    });
    gone.append("The passage is taken out. ", undo);
    item.replaceWith(gone);
    undo.focus();
    host.saved();
  }

  async function refreshClosed() {
    const place = root.querySelector("[data-closed]");
    if (!place) {
      return;
    }
    try {
      const page = await readPage(root.dataset.closed, true);
      const fresh = page.querySelector("[data-closed-list]");
      if (fresh && fresh.textContent !== place.firstElementChild?.textContent) {
        place.replaceChildren(document.adoptNode(fresh));
      }
    } catch {
      // It is asked for again after the next save.
    }
  }

  function announce(words, isProblem = false) {
    announcer.textContent = words;
    announcer.classList.toggle("govuk-visually-hidden", !isProblem);
    announcer.classList.toggle("cordon-save-state--problem", isProblem);
  }
}
