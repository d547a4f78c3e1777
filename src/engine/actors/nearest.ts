import type { Discourse, Draft, Trace } from "./draft.js";
import { isVoice } from "./pairs.js";
import type { Phrase } from "./phrase.js";

const NEAR_NAME = 2; // sentences over which a name goes before a description that stands nearer
const FARTHEST = 6; // sentences over which anybody is looked for

/** Whom an object pronoun means: somebody other than the subject of its sentence, the latest mentioned. */
export function nearestOther(phrase: Phrase, discourse: Discourse, fits: (d: Draft) => boolean): Draft | null {
  const here = discourse.tracesIn(phrase.sentence).filter((t) => !t.shared);
  const subject = [...here].sort((a, b) => rank(a) - rank(b) || a.first - b.first)[0]?.draft ?? null;
  // Somebody the news is about before the nameless source of its last sentence.
  for (const named of [true, false])
    for (let i = discourse.traces.length - 1; i >= 0; i--) {
      const trace = discourse.traces[i];
      if (trace === undefined || phrase.sentence - trace.sentence > (named ? NEAR_NAME : FARTHEST)) break;
      if (named && trace.draft.kind !== "person") continue;
      if (trace.draft !== subject && !trace.shared && fits(trace.draft)) return trace.draft;
    }
  return subject !== null && fits(subject) ? null : nearestSubject(phrase, discourse, fits);
}

/**
 * The subject of this sentence that fits, else the first fitting mention, else those of the closest sentence before. A name
 * goes before somebody nameless of whom the text says nothing, and outside a quotation nobody is taken up who is nameless
 * inside one.
 *
 * @param open Which mentions may be meant at all.
 */
export function nearestSubject(
  phrase: Phrase,
  discourse: Discourse,
  fits: (d: Draft) => boolean,
  open: (t: Trace) => boolean = () => true,
): Draft | null {
  const inside = discourse.quoted[phrase.first] === true;
  const may = (t: Trace): boolean => fits(t.draft) && open(t);
  const nearest = firstNear(phrase, discourse, (t) => may(t) && (inside || !t.quoted || isNamed(t.draft)));
  if (nearest === null || nearest.draft.kind !== "unnamed" || !isVague(nearest.draft)) return nearest?.draft ?? null;
  const named = firstNear(phrase, discourse, (t) => may(t) && isNamed(t.draft));
  return named !== null && phrase.sentence - named.sentence <= NEAR_NAME ? named.draft : nearest.draft;
}

/** Whether somebody has a name. */
export function isNamed(draft: Draft): boolean {
  return draft.kind !== "unnamed" && draft.kind !== "group";
}

/** “a neighbour”, “a man”: somebody of no known part. */
function isVague({ sector, officeKey }: Draft): boolean {
  return officeKey === null && (sector[0] === undefined || sector[0] === "UNK");
}

function firstNear(phrase: Phrase, discourse: Discourse, fits: (t: Trace) => boolean): Trace | null {
  let best: Trace | null = null;
  for (let i = discourse.traces.length - 1; i >= 0; i--) {
    const trace = discourse.traces[i];
    if (trace === undefined) break;
    if (best !== null && trace.sentence < best.sentence) break;
    if (phrase.sentence - trace.sentence > FARTHEST) break;
    if (trace.shared || holds(trace, phrase) || !fits(trace)) continue;
    if (best === null || goesBefore(trace, best)) best = trace;
  }
  return best;
}

/** “[His] driver”: a pronoun is not whom the phrase around it means. */
function holds({ sentence, first, last }: Trace, inner: Phrase): boolean {
  return sentence === inner.sentence && first <= inner.first && inner.first <= last;
}

function goesBefore(a: Trace, b: Trace): boolean {
  return (rank(a) - rank(b) || a.first - b.first) < 0;
}

/** Subjects first, then whoever stands anywhere else, then who stands in front of a subject: “In talks with [Putin], Macron …”. */
function rank({ standing, draft }: Trace): number {
  return standing === "subject" && !isVoice(draft) ? 0 : standing === "aside" ? 2 : 1;
}
