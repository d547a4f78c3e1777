import { readArticle } from "../../../src/engine/read.js";
import { defaultKnowledge } from "../../../src/knowledge.js";

const knowledge = defaultKnowledge();

/** A claim of a whole article, in words. */
export interface ToldClaim {
  readonly kind: string;
  readonly content: string;
  readonly speaker: string | null;
  readonly addressee: string | null;
  /** “outlet: Reuters > speaker: Ana Ruiz”, without the medium. */
  readonly chain: string;
  readonly via: string | null;
}

/** The claims of an article with a title of its own, read with all tables. */
export function claimsOf(text: string, title?: string): readonly ToldClaim[] {
  const article = { text, published: "2024-05-14" };
  const record = readArticle(title === undefined ? article : { ...article, title }, knowledge);
  const name = (id: string | null): string | null => record.actors.find((a) => a.id === id)?.name ?? null;
  return record.claims.map((c) => ({
    kind: c.kind,
    content: record.document.text.slice(...c.content),
    speaker: name(c.speaker),
    addressee: name(c.addressee),
    chain: c.chain.map((link) => `${link.as}: ${name(link.actor)}`).join(" > "),
    via: c.chain.at(-1)?.via ?? null,
  }));
}
