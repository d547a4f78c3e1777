import type { ReviewItem } from "../api/contract.js";
import { channelWords, eventWords } from "../words/codes.js";

/** What an item says, in words: its codes are for the field that corrects them. */
export function itemWords({ kind, what, fields }: Pick<ReviewItem, "kind" | "what" | "fields">): string {
  const of = (name: string): string => fields[name] ?? "";
  if (kind === "event") {
    const recipient = of("recipient") === "" ? "" : ` → ${of("recipient")}`;
    const denied = of("negated") === "true" ? ", told as not having been" : "";
    return `${eventWords(of("event"), fields["mode"] ?? null)}${denied}: ${of("actor")}${recipient}`;
  }
  return kind === "contact" ? `${channelWords(of("channel"))}, ${of("status")}: ${of("participants")}` : what;
}
