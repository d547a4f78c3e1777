import { byCodeUnit } from "../engine/base/span.js";
import type { Judgement } from "../store/index.js";
import { overlapOf, wordsWith } from "./likeness.js";
import { placeOf, type Told } from "./tellings.js";
import type { RepeatLink } from "./types.js";

/** Author of links made by comparison. */
const RULE = "rule:commitments/1";
/** Field of a judgement on what a commitment repeats: an earlier one's id, or `null` for none. */
export const REPEATS_FIELD = "commitment/repeats";
/** Score from which a promise is taken to repeat an earlier one of the same sides. */
const REPEATS = 0.62;
/** What likeness of topic weighs beside that of the words, and what it adds that a promise is told as made again. */
const [TOPIC_WEIGHT, AGAIN] = [0.2, 0.08];
const MOST_WORDS = 6;

/** For each promise, in order of day, the earlier one it repeats: as a person judged last, else as likeness says. */
export function linkRepeats(tellings: readonly Told[], judgements: readonly Judgement[]): Map<Told, RepeatLink> {
  const links = new Map<Told, RepeatLink>();
  const judged = judgedItems(judgements);
  const byItem = new Map(tellings.flatMap((told) => told.items.map(({ id }) => [id, told] as const)));
  const earlier = new Map<string, Told[]>();
  for (const told of tellings) {
    const key = told.sides.join(" ");
    const own = earlier.get(key) ?? [];
    earlier.set(key, own);
    const link = judgedLink(told, judged, byItem) ?? bestLink(told, own);
    if (link !== null && link !== "none") links.set(told, link);
    own.push(told);
  }
  return links;
}

/** The last judgement on each item. */
export function judgedItems(judgements: readonly Judgement[]): Map<string, Judgement> {
  return new Map(judgements.flatMap((one) => (one.item === null ? [] : [[one.item, one] as const])));
}

function judgedLink(
  told: Told,
  judged: ReadonlyMap<string, Judgement>,
  byItem: ReadonlyMap<string, Told>,
): RepeatLink | "none" | null {
  const own = told.items.flatMap(({ id }) => judged.get(id) ?? []);
  const [last] = own.sort((a, b) => byCodeUnit(b.made, a.made) || byCodeUnit(b.id, a.id));
  if (last === undefined) return null;
  if (last.value === null) return "none";
  const other = typeof last.value === "string" ? byItem.get(last.value) : undefined;
  // One that is later itself, or not there, can be no earlier promise: the circle would have no first.
  if (other === undefined || other === told || placeOf(other) > placeOf(told)) return null;
  return { id: other.lead.id, score: last.score ?? 1, reasons: last.reasons, by: last.author };
}

/** The likeliest of the earlier promises, of two alike the later. Two of one contact are two promises. */
function bestLink(told: Told, earlier: readonly Told[]): RepeatLink | null {
  let best: RepeatLink | null = null;
  for (const other of earlier) {
    if (other.lead.document.story === told.lead.document.story) continue;
    const link = compare(told, other);
    if (link !== null && (best === null || link.score >= best.score)) best = link;
  }
  return best;
}

function compare(told: Told, other: Told): RepeatLink | null {
  const text = overlapOf(told.words, other.words);
  if (text.score < REPEATS - TOPIC_WEIGHT - AGAIN) return null;
  const topic = told.topic.size > 0 && other.topic.size > 0 ? overlapOf(told.topic, other.topic) : null;
  const again = told.items.some(({ status }) => status === "reaffirmed");
  const words = topic === null ? text.score : text.score * (1 - TOPIC_WEIGHT) + topic.score * TOPIC_WEIGHT;
  const score = Math.min(1, Math.round((words + (again ? AGAIN : 0)) * 1000) / 1000);
  if (score < REPEATS) return null;
  const shared = wordsWith(told.lead.text, text.shared).slice(0, MOST_WORDS).join(", ");
  const reasons = [`same parties: ${told.sides.join(", ")}`, `words in common (${text.shared.length}): ${shared}`];
  if (topic !== null && topic.score > 0) reasons.push(`likeness of topic: ${topic.score.toFixed(2)}`);
  if (again) reasons.push("told as made again");
  return { id: other.lead.id, score, reasons, by: RULE };
}
