/** What a desk finds, set as text, Markdown or HTML. */
export { briefSheet } from "./brief.js";
export { commitmentsSheet } from "./commitments.js";
export { contactSheet } from "./contact.js";
export { sheetHtml } from "./html.js";
export { sheetMarkdown } from "./markdown.js";
export { occasionsSheet } from "./occasions.js";
export type { Item, Section, Sheet } from "./sheet.js";
export { situationSheet } from "./situation.js";
export { sheetText } from "./text.js";
export { timelineSheet } from "./timeline.js";
