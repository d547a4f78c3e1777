import type { Discourse, Trace } from "./draft.js";
import type { Phrase } from "./phrase.js";
import type { Scan } from "./scan.js";

/** “the negotiators”, “Turkish officials”, “the Ukrainian delegation”: a common noun for some people, whom “they” may mean. */
export function meansMany(scan: Scan, { kind, entry, head, name }: Phrase): boolean {
  if (name !== null || !/^(?:body|group|people)$/.test(kind)) return false;
  if (kind !== "people" && entry?.kind !== "pattern" && entry?.kind !== "group") return false;
  return /S$/.test(scan.tokens[head]?.xpos ?? "") || scan.is(head, "side");
}

const NEAR = 2; // sentences over which “they” are the people a sentence was about

/**
 * Some people a sentence is about and no others beside them: “The negotiators arrived. They …”, not “The police detained the
 * protesters. They …”. The nearest such sentence; for an object (“them”), not its own.
 */
export function manyNear({ first, sentence }: Phrase, object: boolean, discourse: Discourse): Trace | null {
  for (let at = object ? sentence - 1 : sentence; at >= sentence - NEAR; at--) {
    const many = discourse.tracesIn(at).filter((t) => t.many && !t.quoted && (at < sentence || t.last < first));
    const subject = many.find((t) => t.standing === "subject" && !t.shared && t.draft.role === "party");
    if (subject !== undefined) return many.every((t) => t.draft === subject.draft) ? subject : null;
  }
  return null;
}
