/** Fields whose value is a list: names or words with commas. */
const LISTS: ReadonlySet<string> = new Set([
  "actor",
  "recipient",
  "participants",
  "context",
  "topics",
  "sector",
  "by",
  "to",
]);

/** The value of a correction as it is sent: lists as lists, yes or no as such, nothing as null. */
export function correctionValue(field: string, text: string): string | boolean | null | string[] {
  const trimmed = text.trim();
  if (LISTS.has(field))
    return trimmed
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  if (field === "negated") return trimmed === "true";
  return trimmed === "" ? null : trimmed;
}
