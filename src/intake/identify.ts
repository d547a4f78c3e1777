import { createRequire } from "node:module";
import type { IdentifyLanguage } from "../engine/document/language.js";

/**
 * A second opinion on the language of a text, by tinyld. Its data take a fifth of a second to load, so it is loaded when
 * first asked, which for English it never is.
 */
export const identifyLanguage: IdentifyLanguage = (text) => {
  const tinyld: typeof import("tinyld") = createRequire(import.meta.url)("tinyld");
  const code = tinyld.detect(text.slice(0, 2000));
  return code === "" ? null : code;
};
