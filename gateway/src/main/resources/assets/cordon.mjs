// Where script is there, pages get better; every one of them works without.
import { initAll } from "./govuk-frontend.js";
import { enhanceUpload } from "./upload.mjs";
import { watchItem } from "./watch.mjs";
import { offerCopy } from "./copy.mjs";
import { enhanceDraft } from "./draft.mjs";
import { takeMarkedWords } from "./cite.mjs";

initAll();
document.querySelectorAll("form[data-upload]").forEach(enhanceUpload);
document.querySelectorAll("[data-watch]").forEach(watchItem);
document.querySelectorAll("[data-copy]").forEach(offerCopy);
document.querySelectorAll("[data-draft]").forEach(enhanceDraft);
document.querySelectorAll("form[data-cite]").forEach(takeMarkedWords);
