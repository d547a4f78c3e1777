import { bySpan } from "../base/span.js";
import { chainOf, type Hands, standsIn } from "./chain.js";
import type { Draft } from "./draft.js";
import type { SourceRegistry } from "./registry.js";
import type { Voice } from "./speakers.js";
import type { ChainLink, Claim } from "./types.js";

/** A draft whose speaker is known. */
export interface Settled {
  readonly draft: Draft;
  readonly voice: Voice;
}

/** Lowest confidence a claim without any source is given. */
const FLOOR = 0.3;

/** Makes the claims of the settled drafts: in order of their content, once each, with the chain they came through. */
export function assemble(settled: readonly Settled[], hands: Hands, registry: SourceRegistry): readonly Claim[] {
  let open: { readonly claim: Claim; readonly chain: readonly ChainLink[] }[] = [];
  return once(settled).map(({ draft, voice }) => {
    const bare = claimOf(draft, voice);
    open = open.filter((o) => o.claim.content[1] > bare.content[0]);
    const outer = open.filter((o) => standsIn(bare, o.claim)).map((o) => o.chain);
    const claim = { ...bare, chain: chainOf(hands, outer, voice, registry) };
    open.push({ claim, chain: claim.chain });
    return claim;
  });
}

/** In order of content; of drafts with the same content the surest. */
function once(settled: readonly Settled[]): readonly Settled[] {
  const sorted = settled
    .map((item, order) => ({ item, order }))
    .sort(
      (a, b) =>
        bySpan(a.item.draft.content, b.item.draft.content) ||
        b.item.draft.confidence - a.item.draft.confidence ||
        a.order - b.order,
    );
  const same = (a: Settled | undefined, b: Settled): boolean =>
    a !== undefined && a.draft.content[0] === b.draft.content[0] && a.draft.content[1] === b.draft.content[1];
  return sorted.filter(({ item }, i) => !same(sorted[i - 1]?.item, item)).map(({ item }) => item);
}

function claimOf(draft: Draft, voice: Voice): Claim {
  const nobody = voice.speaker === null && voice.source === null;
  return {
    kind: draft.kind,
    act: draft.act,
    content: draft.content,
    cue: draft.cue,
    source: voice.source,
    speaker: voice.speaker,
    addressee: voice.addressee,
    stance: draft.stance,
    chain: [],
    why: `${draft.why}; ${voice.why}`,
    confidence: Math.round((nobody ? Math.max(FLOOR, draft.confidence - 0.2) : draft.confidence) * 100) / 100,
  };
}
