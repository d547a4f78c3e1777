import type { ReadoutRecord } from "../engine/record.js";
import { joinNames } from "./labels.js";

/** Fewer characters than this are a headline or a fragment. */
const SHORT = 200;
/** As many names are given as examples. */
const NAMED = 6;

/** Why a record holds no event, in sentences; empty where it holds one. */
export function whyNothing(record: ReadoutRecord): string[] {
  if (record.events.length > 0) return [];
  const { document, actors } = record;
  const foreign = document.notices.find((notice) => notice.code === "language");
  if (foreign !== undefined || document.language !== "en")
    return [foreign?.message ?? `The text is not in English but “${document.language}”; only English is read.`];
  const reasons: string[] = [];
  if (document.text.trim().length < SHORT)
    reasons.push(`The text is short (${document.text.trim().length} characters).`);
  const coded = actors.filter((actor) => actor.code !== null);
  if (actors.length === 0)
    reasons.push("No actor was found: no state, office-holder, organisation or group that the tables know.");
  else if (coded.length === 0)
    reasons.push(
      `Actors were found (${some(actors)}), but none belongs to a state or international organisation that is known.`,
    );
  else if (coded.length === 1)
    reasons.push(`Only one actor with a code was found (${some(coded)}): nobody else it could have acted on.`);
  else
    reasons.push(
      `${coded.length} actors with codes were found (${some(coded)}), but no frame matched: no verb or noun of the tables says that one did, promised or said something to another.`,
    );
  if (record.contacts.length > 0) reasons.push("A contact was found all the same; it is listed above.");
  return reasons;
}

function some(actors: ReadoutRecord["actors"]): string {
  const names = actors.slice(0, NAMED).map((actor) => actor.name);
  return actors.length > NAMED ? `${names.join(", ")} …` : joinNames(names);
}
