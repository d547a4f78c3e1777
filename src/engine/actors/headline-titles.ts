import type { Draft } from "./draft.js";
import type { FoundMention } from "./table.js";

/**
 * “New Vietnamese president”, “Prime minister” in a headline, before anybody is named: the one person of that office whom
 * the text names below.
 *
 * @param headline Sentences of the headline; 0 where there is none.
 */
export function joinHeadlineTitles(mentions: readonly FoundMention[], headline: number): readonly FoundMention[] {
  const open = new Map<Draft, Draft>();
  for (const { phrase, drafts } of mentions) {
    const [draft] = drafts;
    if (phrase.sentence >= headline || draft === undefined || drafts.length > 1 || open.has(draft)) continue;
    if (draft.kind !== "unnamed" || draft.officeKey === null) continue;
    const holders = [...new Set(mentions.flatMap((m) => m.drafts).filter((d) => holdsThat(d, draft)))];
    // A prime minister and a chancellor hold the same office by other names.
    const called = holders.filter((d) => [...draft.titles].some((title) => d.titles.has(title)));
    const [holder, other] = called.length > 0 ? called : holders;
    if (holder !== undefined && other === undefined) open.set(draft, holder);
  }
  if (open.size === 0) return mentions;
  return mentions.map((mention) => ({ ...mention, drafts: mention.drafts.map((d) => open.get(d) ?? d) }));
}

function holdsThat(person: Draft, { officeKey, code }: Draft): boolean {
  return person.kind === "person" && person.officeKey === officeKey && (code === null || person.code === code);
}
