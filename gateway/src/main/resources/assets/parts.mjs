/**
 * Pages and their forms, asked for from within a page. A form is sent as it stands on the page that
 * works without script; only the answer to it is shorter.
 */
const PART = { "Cordon-Part": "passage", Accept: "text/html" };
const AWAY = new Set([429, 500, 502, 503, 504]);

/** A page, or a part of one; throws when there is none to be had. */
export async function readPage(address, part = false) {
  const answer = await fetch(address, {
    headers: part ? PART : { Accept: "text/html" },
    redirect: "manual",
    cache: "no-store",
  });
  if (!answer.ok) {
    throw new Error(`answered ${answer.status}`);
  }
  return parsed(await answer.text());
}

/**
 * Sends a form. What comes back is one of {away}, {signedOut} and {page, status}; it never throws.
 */
export async function sendForm(address, fields) {
  const body = new URLSearchParams(fields);
  body.set("_csrf", token());
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body, headers: PART, redirect: "manual" });
    if (AWAY.has(answer.status)) {
      return { away: true };
    }
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      await refreshToken();
      return { signedOut: true };
    }
    return { status: answer.status, page: parsed(await answer.text()) };
  } catch {
    return { away: true };
  }
}

/** What a page that refuses says. */
export function refusalOf(page) {
  const words = page.querySelector("main p");
  return words ? words.textContent.trim() : "Something went wrong.";
}

/** Gives every id within an element an ending of its own, and keeps what refers to it. */
export function renameIds(root, ending) {
  for (const each of root.querySelectorAll("[id]")) {
    each.id += ending;
  }
  for (const each of root.querySelectorAll("[for]")) {
    each.htmlFor += ending;
  }
  for (const each of root.querySelectorAll("[aria-describedby]")) {
    const ids = each.getAttribute("aria-describedby").split(/\s+/).filter(Boolean);
    each.setAttribute("aria-describedby", ids.map((id) => id + ending).join(" "));
  }
}

function parsed(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

function token() {
  return document.querySelector("meta[name=csrf-token]").content;
}

/** Whoever signed in again in another window has another token: this page takes it up. */
async function refreshToken() {
  try {
    const fresh = (await readPage("/sign-out")).querySelector("meta[name=csrf-token]");
    if (fresh) {
      document.querySelector("meta[name=csrf-token]").content = fresh.content;
    }
  } catch {
    // Not signed in yet: the next attempt asks again.
  }
}
