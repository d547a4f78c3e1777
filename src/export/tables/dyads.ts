import type { ExportEvent, ExportParty } from "../events/types.js";

/** One who acts and one acted on, under the code that holds between them. */
export interface Dyad {
  readonly cameo: string;
  readonly source: ExportParty | null;
  readonly target: ExportParty | null;
}

/** What the other side of a visit does. */
const OTHER_SIDE: Readonly<Record<string, string>> = { "042": "043", "043": "042" };

/**
 * An event as pairs, as CAMEO's tools take it. Equals (a call, talks, an agreement: all of them actors) stand in both
 * directions; so do the two sides of a consultation, of a visit under the codes of guest (042) and host (043). An event
 * with one side alone is one pair without the other. Two of one country are no pair where others take part.
 */
export function dyadsOf({ event, cameo, actors, recipients }: ExportEvent): Dyad[] {
  if (recipients.length === 0) {
    const pairs = crossed(actors, actors, cameo).filter(({ source, target }) => source !== target);
    const abroad = pairs.filter(({ source, target }) => source?.code !== target?.code || source?.code === null);
    if (pairs.length > 0) return abroad.length > 0 ? abroad : pairs;
  }
  if (actors.length === 0) return recipients.map((target) => ({ cameo, source: null, target }));
  if (recipients.length === 0) return actors.map((source) => ({ cameo, source, target: null }));
  const forth = crossed(actors, recipients, cameo);
  if (event !== "CONSULT" || cameo === "045") return forth;
  return [...forth, ...crossed(recipients, actors, OTHER_SIDE[cameo] ?? cameo)];
}

function crossed(sources: readonly ExportParty[], targets: readonly ExportParty[], cameo: string): Dyad[] {
  return sources.flatMap((source) => targets.map((target) => ({ cameo, source, target })));
}
