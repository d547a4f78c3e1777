import { isPassive, objectOf, subjectOf } from "../language/tree.js";
import { type Clause, partiesOf } from "./clause.js";
import { subjectAt } from "./parties.js";
import type { Trigger } from "./trigger.js";

/** “at the request of”, “on a Polish request”: only so a request is what a contact came about by. */
const UPON = /^(?:at|on|upon)$/;
const REQUEST_REACH = 5;

/** Who sought the contact: “at the initiative of …”, “initiated by …”; where nothing says so, whoever made the call. */
export function initiatorOf(
  clauses: readonly Clause[],
  triggers: readonly Trigger[],
  participants: readonly number[],
): number | null {
  return soughtBy(clauses, triggers, participants) ?? callerOf(triggers, participants);
}

/** “at the initiative of [Poland]”, “at the [German side]'s initiative”, “initiated by [Oslo]”. */
function soughtBy(
  clauses: readonly Clause[],
  triggers: readonly Trigger[],
  participants: readonly number[],
): number | null {
  for (const clause of clauses) {
    const at = clause.tokens.findIndex(
      (t, i, all) =>
        t.lemma === "initiative" ||
        (t.lemma === "request" && all.slice(Math.max(0, i - REQUEST_REACH), i).some((b) => UPON.test(b.lower))) ||
        (t.lemma === "initiate" && t.xpos === "VBN") ||
        isSought(clause, i, triggers),
    );
    if (at < 0) continue;
    const after = clause.mentions.find(
      (m) => m.first > at && m.first <= at + 4 && /^(?:of|by|from)$/.test(clause.tokens[at + 1]?.lower ?? ""),
    );
    const before = clause.all.find((m) => m.last < at && m.last >= at - 3);
    const mention = after ?? before;
    const [actor] = mention === undefined ? [] : partiesOf(clause, mention);
    if (actor === undefined) continue;
    if (participants.includes(actor)) return actor;
    const code = clause.actors.actors[actor]?.code ?? null;
    const side = participants.find((p) => code !== null && clause.actors.actors[p]?.code === code);
    if (side !== undefined) return side;
  }
  return null;
}

/** “a call [sought] by Addis Ababa”, “The talks were [requested] by Riyadh”; not “vaccines requested by Hanoi”. */
function isSought({ tokens, sentence, ...clause }: Clause, at: number, triggers: readonly Trigger[]): boolean {
  if (!/^(?:request|seek)$/.test(tokens[at]?.lemma ?? "") || tokens[at]?.xpos !== "VBN" || tokens[at + 1]?.lower !== "by") return false; // biome-ignore format: one line reads best
  const what = isPassive(sentence, at) ? (subjectOf(sentence, at) ?? -1) : -1;
  const head = what >= 0 ? what : (sentence.tree.heads[at] ?? -1);
  if (tokens[head]?.upos !== "NOUN") return false;
  return (
    clause.cues.open.has(tokens[head]?.lemma ?? "") ||
    clause.cues.ringing.has(tokens[head]?.lemma ?? "") ||
    triggers.some((t) => t.clause.sentence === sentence && t.first <= head && head <= t.last)
  );
}

/** Who made a call: “[Blinken] called Kenyatta”, “a call from [Macron]”; `null` where two of one telling did. */
function callerOf(triggers: readonly Trigger[], participants: readonly number[]): number | null {
  const callers = triggers.flatMap((trigger) => {
    if (trigger.channel !== "phone" || trigger.anaphoric) return [];
    const told = ringers(trigger).filter((party) => participants.includes(party));
    return told.length === 1 ? told : [];
  });
  const [caller, ...others] = new Set(callers);
  return others.length === 0 ? (caller ?? null) : null;
}

function ringers({ clause, first, last }: Trigger): readonly number[] {
  const { tokens, sentence, cues } = clause;
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token === undefined || !cues.ringing.has(token.lemma)) continue;
    if (token.upos === "VERB") {
      const rung = objectOf(sentence, at);
      return isPassive(sentence, at) || rung === null || !means(clause, rung) ? [] : subjectAt(clause, at);
    }
    if (tokens[at + 1]?.lower !== "from") continue;
    const from = clause.mentions.find((m) => m.first > at && m.first <= at + 3);
    return from === undefined ? [] : partiesOf(clause, from);
  }
  return [];
}

/** Whether a token heads somebody: “called [him]”, not “called a meeting”. */
function means({ mentions }: Clause, at: number): boolean {
  return mentions.some((m) => m.first <= at && at <= m.last && m.actors.length > 0);
}
