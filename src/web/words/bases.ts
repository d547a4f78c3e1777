import type { DocumentRecord } from "../../engine/record.js";

/** How the day of publication is known. */
export const PUBLISHED_BASES: Readonly<Record<NonNullable<DocumentRecord["published"]>["basis"], string>> = {
  metadata: "given with the article",
  dateline: "printed in the article",
  content: "worked out from the text",
  option: "given by whoever had it read",
};
