const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Characters HTML does not allow: controls but for tab and line feed, and halves of surrogate pairs. */
const FORBIDDEN = /[^\P{Cc}\t\n]|\p{Cs}/gu;

/** Text made fit for element content and for quoted attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** A web address as it may stand in `href`; `null` for every other kind, such as `javascript:`. */
export function safeLink(url: string): string | null {
  return /^https?:\/\/[^\s]/i.test(url) && URL.canParse(url) ? escapeHtml(url) : null;
}
