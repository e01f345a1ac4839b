/**
 * Sends the files of a form one after another, each with its own progress, error and second try.
 * The request is the one that programs make: the file, then what is said about it, as JSON.
 */
export function enhanceUpload(form) {
  const section = document.querySelector("[data-uploads]");
  const token = document.querySelector("meta[name=csrf-token]");
  if (!section || !token) {
    return;
  }
  const input = form.querySelector("input[type=file]");
  const board = new Board(section);
  const queue = [];
  let sending = false;

  form.addEventListener("submit", (event) => {
    const metadata = readMetadata(form, input.files.length);
    if (metadata === null || input.files.length === 0) {
      return; // the server says what is missing
    }
    event.preventDefault();
    for (const file of input.files) {
      queue.push({ file, metadata, key: randomKey(), row: board.add(file) });
    }
    input.value = "";
    section.hidden = false;
    section.scrollIntoView({ block: "nearest" });
    next();
  });

  window.addEventListener("beforeunload", (event) => {
    if (sending) {
      event.preventDefault();
    }
  });

  async function next() {
    if (sending) {
      return;
    }
    sending = true;
    while (queue.length > 0) {
      const upload = queue.shift();
      await attempt(upload);
    }
    sending = false;
    board.finish();
  }

  async function attempt(upload) {
    upload.row.begin();
    const outcome = await send(form.dataset.url, upload, token.content);
    if (outcome.item) {
      upload.row.succeed(outcome.item, outcome.title);
    } else {
      upload.row.fail(outcome.message, () => {
        queue.push(upload);
        next();
      });
    }
    board.tell();
  }
}

function send(url, upload, token) {
  return new Promise((resolve) => {
    const body = new FormData();
    body.append("file", upload.file, upload.file.name);
    body.append(
      "metadata",
      new Blob([JSON.stringify(upload.metadata)], { type: "application/json" }),
    );
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("Accept", "application/json, application/problem+json");
    request.setRequestHeader("X-CSRF-TOKEN", token);
    request.setRequestHeader("Idempotency-Key", upload.key);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) {
        upload.row.progress(event.loaded / event.total);
      }
    });
    request.addEventListener("load", () => resolve(outcome(request)));
    request.addEventListener("error", () =>
      resolve({ message: "The connection was lost. The file was not added." }),
    );
    request.send(body);
  });
}

function outcome(request) {
  let answer = {};
  try {
    answer = JSON.parse(request.responseText);
  } catch {
    // not from Cordon: the status says enough
  }
  if (request.status === 201 || request.status === 200) {
    return { item: answer.item, title: answer.title };
  }
  if (request.status === 401 || request.status === 403) {
    return { message: "Your session has ended. Open this page again, sign in and add the file." };
  }
  if (request.status === 413) {
    return { message: "The file is larger than Cordon takes." };
  }
  return { message: answer.detail || "Something went wrong. The file was not added." };
}

/** What the form says about the files; null when it holds something that is no date. */
function readMetadata(form, files) {
  const text = (name) => (form.elements[name] ? form.elements[name].value.trim() : "");
  const metadata = {};
  for (const name of ["agency", "author", "documentType", "description"]) {
    if (text(name)) {
      metadata[name] = text(name);
    }
  }
  if (text("title") && files === 1) {
    metadata.title = text("title");
  }
  const [day, month, year] = ["date-day", "date-month", "date-year"].map(text);
  if (day || month || year) {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const real =
      /^\d{4}$/.test(year) && date.getUTCMonth() === Number(month) - 1 && date <= new Date();
    if (!real || Number.isNaN(date.getTime())) {
      return null;
    }
    metadata.date = date.toISOString().slice(0, 10);
  }
  const speakers = [...form.querySelectorAll("input[name=accountsOf]:checked")];
  if (speakers.length > 0) {
    metadata.accountsOf = speakers.map((speaker) => speaker.value);
  }
  if (form.elements.delicate && form.elements.delicate.checked) {
    metadata.delicate = true;
  }
  return metadata;
}

function randomKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The list of files on the page, and one sentence for screen readers. */
class Board {
  constructor(section) {
    this.list = section.querySelector("[data-uploads-list]");
    this.status = section.querySelector("[data-uploads-status]");
    this.done = section.querySelector("[data-uploads-done]");
    this.rows = [];
  }

  add(file) {
    const row = new Row(file);
    this.rows.push(row);
    this.list.append(row.element);
    return row;
  }

  tell() {
    const count = (state) => this.rows.filter((row) => row.state === state).length;
    const failed = count("failed");
    this.status.textContent =
      `${count("added")} of ${this.rows.length} added` +
      (failed > 0 ? `, ${failed} with a problem.` : ".");
  }

  finish() {
    this.tell();
    this.done.hidden = !this.rows.some((row) => row.state === "added");
  }
}

class Row {
  constructor(file) {
    this.state = "waiting";
    this.element = document.createElement("li");
    this.element.className = "cordon-row cordon-upload-row";
    this.name = element("span", "cordon-row__title cordon-break", file.name);
    this.size = element("span", "cordon-row__facts", readable(file.size));
    this.bar = document.createElement("progress");
    this.bar.className = "cordon-progress";
    this.bar.max = 100;
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", `Progress of ${file.name}`);
    this.outcome = element("p", "cordon-upload-row__outcome", "Waiting");
    this.element.append(this.name, this.size, this.bar, this.outcome);
  }

  begin() {
    this.state = "sending";
    this.bar.hidden = false;
    this.bar.value = 0;
    this.outcome.className = "cordon-upload-row__outcome";
    this.outcome.textContent = "Sending";
  }

  progress(part) {
    this.bar.value = Math.floor(part * 100);
    this.outcome.textContent =
      part < 1 ? `Sending, ${this.bar.value}%` : "Sent. Waiting for Cordon to store it";
  }

  succeed(item, title) {
    this.state = "added";
    this.bar.hidden = true;
    const link = element("a", "govuk-link", title || "Open it");
    link.href = `/items/${item}`;
    this.outcome.replaceChildren("Added: ", link);
    this.outcome.classList.add("cordon-upload-row__outcome--added");
  }

  fail(message, again) {
    this.state = "failed";
    this.bar.hidden = true;
    const retry = element("button", "govuk-button govuk-button--secondary", "Try again");
    retry.type = "button";
    retry.setAttribute("aria-label", `Try again with ${this.name.textContent}`);
    retry.addEventListener("click", () => {
      this.outcome.textContent = "Waiting";
      again();
    });
    this.outcome.replaceChildren(element("span", "govuk-error-message", message), retry);
  }
}

function element(tag, classes, text) {
  const made = document.createElement(tag);
  made.className = classes;
  made.textContent = text;
  return made;
}

function readable(bytes) {
  const units = ["bytes", "KB", "MB", "GB"];
  let amount = bytes;
  let unit = 0;
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit += 1;
  }
  return `${unit === 0 || amount >= 10 ? Math.round(amount) : amount.toFixed(1)} ${units[unit]}`;
}
