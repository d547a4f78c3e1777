import type { Finding, PairFinding } from "./measure.js";

/** What today's reading says otherwise than a person did, in a line or two. */
export function findingWords({ gold, standing, fields, seen }: Finding): string {
  const of = `${gold.document.slice(0, 12)} ${gold.kind} at ${gold.place.source.join("–")}${seen === null ? "" : ` (${valueWords(firstOf(seen))})`}`;
  if (gold.verdict === "rejected") return `${of}: was rejected, and is read again`;
  const judged = gold.verdict === "accepted" ? "accepted" : "corrected";
  if (standing === "gone") return `${of}: was ${judged}, and is not read any more`;
  const wrong = fields.filter(({ agrees }) => !agrees);
  return [`${of}: was ${judged}`, ...wrong.map(({ field, right, read }) => `    ${field}: ${valueWords(right)}; read: ${valueWords(read)}`)].join("\n"); // biome-ignore format: one line reads best
}

export function pairWords({ gold, reasons }: PairFinding): string {
  const two = gold.documents.map((hash) => hash.slice(0, 12)).join(" and ");
  const group = gold.field === "story" ? "story" : "text";
  return gold.same
    ? `${two}: of one ${group}, and the rule does not find it`
    : `${two}: not of one ${group}, and the rule says they are: ${reasons.join("; ")}`;
}

/** What tells an item: its first field, or who it is. */
function firstOf(values: NonNullable<Finding["seen"]>): unknown {
  return values["event"] ?? values["channel"] ?? values["name"] ?? values["content"] ?? values["text"];
}

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "nobody" : value.map(valueWords).join(", ");
  if (typeof value === "object" && value !== null && "name" in value) return String(value.name);
  if (typeof value === "object" && value !== null && "value" in value) return String(value.value);
  return value === null || value === undefined ? "nothing" : String(value);
}
