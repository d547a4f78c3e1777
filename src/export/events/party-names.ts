import type { ExportParty } from "./types.js";

/** What a party is asked for by: its code, its Wikidata id, its name in small letters. */
export function actorNames({ code, wikidata, name }: ExportParty): string[] {
  return [code, wikidata, name.toLowerCase()].filter((one) => one !== null);
}
