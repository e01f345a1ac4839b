import { refusalOf, renameIds, sendForm } from "./parts.mjs";

const PAUSE = 1500;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30000;
const NOT_CONTENT = new Set(["_csrf", "revision", "key", "after", "step"]);
let opened = 0;

/**
 * The form of one passage within the draft. It saves itself whenever somebody pauses. What was sent
 * is sent again, the same, until there is an answer: so that a lost answer never makes a second
 * passage, nor a conflict with oneself. What is typed meanwhile goes after it.
 */
export class OpenPassage {
  constructor(item, form, host) {
    this.item = item;
    this.form = form;
    this.host = host;
    this.id = item.dataset.passage || null;
    this.isNew = this.id === null;
    this.sending = false;
    this.stopped = false;
    this.choosing = false;
    this.prepare();
    this.kept = this.isNew ? "" : this.content();
  }

  prepare() {
    opened += 1;
    renameIds(this.form, `-o${opened}`);
    this.form.querySelectorAll("[data-no-script]").forEach((each) => each.remove());
    this.state = this.form.querySelector("[data-save-state]");
    this.leave = this.form.querySelector("[data-leave]");
    this.form.querySelector("[data-finish]").textContent = "Done";
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("change", () => this.changed());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.finish();
    });
    this.leave.addEventListener("click", (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      this.host.close(this);
    });
    this.showLevel();
  }

  /** Where it is sent: a new passage to where passages are added, then to its own address. */
  get address() {
    return this.isNew ? this.host.newAddress : this.host.addressOf(this.id);
  }

  get text() {
    return this.form.elements.text;
  }

  /** What somebody wrote, without what only says where it belongs. */
  content() {
    const fields = [...new FormData(this.form)].filter(([name]) => !NOT_CONTENT.has(name));
    return new URLSearchParams(fields).toString();
  }

  isSaved() {
    return this.content() === this.kept || (this.isNew && this.text.value.trim() === "");
  }

  changed() {
    this.showLevel();
    if (this.choosing) {
      return; // leaving the field counts as a change of it
    }
    this.stopped = false;
    clearTimeout(this.timer);
    if (this.isSaved()) {
      return;
    }
    if (!this.sending) {
      this.tell("Not saved yet");
    }
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  showLevel() {
    const level = this.form.elements.level;
    level.closest(".govuk-form-group").hidden = this.form.elements.kind.value !== "HEADING";
  }

  /** Saves until nothing is left to save, or something has to be decided first. */
  async save() {
    clearTimeout(this.timer);
    if (this.sending) {
      return;
    }
    this.sending = true;
    while (!this.isSaved() && !this.stopped) {
      this.tell("Saving");
      const content = this.content();
      const outcome = await this.answered(new URLSearchParams(new FormData(this.form)));
      this.take(outcome, content);
    }
    this.sending = false;
  }

  /** Sends the same until there is an answer. */
  async answered(fields) {
    const address = this.address;
    let wait = FIRST_WAIT;
    for (;;) {
      const outcome = await sendForm(address, fields);
      if (outcome.away) {
        this.tell(
          "Not saved: there is no connection. What you wrote stays here and is sent again.",
          true,
        );
      } else if (outcome.signedOut) {
        this.tellSignedOut();
      } else {
        return outcome;
      }
      await connectedAgain(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  take({ page }, content) {
    const saved = page.querySelector("[data-saved]");
    const conflict = page.querySelector("[data-conflict]");
    this.clearErrors();
    if (saved) {
      this.kept = content;
      this.id = saved.dataset.passage;
      this.isNew = false;
      this.item.dataset.passage = this.id;
      this.form.elements.revision.value = saved.dataset.revision;
      this.leave.hidden = true;
      const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      this.tell(saved.textContent.trim().replace(/^Saved/, `Saved at ${now}`));
      this.host.saved();
    } else if (conflict) {
      this.stopped = true;
      this.showConflict(document.adoptNode(conflict));
    } else {
      this.stopped = true;
      this.showErrors(page);
    }
  }

  /** Saves and, once everything is saved, shows the passage as it reads. */
  async finish() {
    if (this.isNew && this.text.value.trim() === "") {
      this.tell("Not saved: enter the text.", true);
      this.text.focus();
      return;
    }
    await this.save();
    if (this.isSaved()) {
      this.host.finish(this);
    }
  }

  tell(words, isProblem = false) {
    if (this.state.textContent !== words) {
      this.state.textContent = words;
    }
    this.state.classList.toggle("cordon-save-state--problem", isProblem);
  }

  tellSignedOut() {
    const link = document.createElement("a");
    link.href = "/cases";
    link.target = "_blank";
    link.rel = "noopener";
    link.className = "govuk-link";
    link.textContent = "Sign in again in a new window";
    if (!this.state.querySelector("a")) {
      this.state.replaceChildren(
        "Not saved: your sign-in has ended. ",
        link,
        ". What you wrote stays here and is then sent.",
      );
    }
    this.state.classList.add("cordon-save-state--problem");
  }

  showErrors(page) {
    const messages = [...page.querySelectorAll(".govuk-error-summary__list li")];
    const words =
      messages.length > 0 ? messages.map((each) => each.textContent.trim()) : [refusalOf(page)];
    this.tell(`Not saved: ${words.join(". ")}`, true);
    this.text.setAttribute("aria-invalid", "true");
  }

  clearErrors() {
    this.text.removeAttribute("aria-invalid");
  }

  /** Both texts side by side, and buttons to choose; the form waits. */
  showConflict(section) {
    this.choosing = true;
    renameIds(section, `-c${opened}`);
    const answer = section.querySelector("form");
    const choose = (choice) => {
      this.choosing = false;
      section.remove();
      this.form.hidden = false;
      this.choose(choice, answer.elements);
    };
    section.querySelectorAll("[data-choice]").forEach((each) =>
      each.addEventListener("click", (event) => {
        event.preventDefault();
        choose(each.dataset.choice);
      }),
    );
    this.tell("Not saved: somebody else changed this passage. Choose what the draft shall hold.", true);
    this.form.hidden = true;
    this.item.append(section);
    section.focus();
  }

  choose(choice, { revision, key, after }) {
    if (choice === "theirs") {
      this.host.takeTheirs(this);
      return;
    }
    const fields = this.form.elements;
    fields.revision.value = revision.value;
    if (choice === "both" || revision.value === "") {
      fields.key.value = key.value;
      fields.after.value = after.value;
      this.host.splitOff(this, choice === "both");
    }
    this.kept = "";
    this.stopped = false;
    this.text.focus();
    this.save();
  }

  /** Cites a source that was found beside the text. */
  cite(value, title) {
    const list = this.form.querySelector("[data-cited] .govuk-checkboxes");
    this.form.querySelector("[data-cited-none]")?.remove();
    const item = document.createElement("div");
    const box = document.createElement("input");
    const label = document.createElement("label");
    item.className = "govuk-checkboxes__item";
    box.className = "govuk-checkboxes__input";
    box.type = "checkbox";
    box.name = "citation";
    box.value = value;
    box.checked = true;
    box.id = `cited-${opened}-${list.children.length + 1}`;
    label.className = "govuk-label govuk-checkboxes__label cordon-break";
    label.htmlFor = box.id;
    label.textContent = title;
    item.append(box, label);
    list.append(item);
    this.changed();
  }
}

function connectedAgain(wait) {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, wait);
    window.addEventListener("online", go);
  });
}
