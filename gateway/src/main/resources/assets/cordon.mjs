// Where script is there, pages get better; every one of them works without.
import { initAll } from "./govuk-frontend.js";
import { enhanceUpload } from "./upload.mjs";
import { watchItem } from "./watch.mjs";
import { offerCopy } from "./copy.mjs";

initAll();
document.querySelectorAll("form[data-upload]").forEach(enhanceUpload);
document.querySelectorAll("[data-watch]").forEach(watchItem);
document.querySelectorAll("[data-copy]").forEach(offerCopy);
