import type { ExportParty } from "../events/types.js";
import type { ExportCodes } from "./codes.js";

/** An actor as CAMEO writes it, whole and in parts. */
export interface ActorCode {
  /** Country or kind of organisation, then roles: `RUSGOV`, `IGOUNO`. Empty where nothing is known. */
  readonly code: string;
  readonly country: string;
  readonly group: string;
  /** At most three. */
  readonly types: readonly string[];
}

/** Codes of PLOVER that name no country, as CAMEO writes them. */
const KINDS: Readonly<Record<string, { readonly country: string; readonly group: string; readonly types: readonly string[]; readonly code: string }>> = {
  IGO: { country: "", group: "", types: ["IGO"], code: "IGO" },
  UNO: { country: "", group: "UNO", types: ["IGO"], code: "IGOUNO" },
  EUR: { country: "EUR", group: "EEC", types: ["IGO"], code: "IGOEUREEC" },
  NGO: { country: "", group: "", types: ["NGO"], code: "NGO" },
  ISM: { country: "", group: "", types: ["INT"], code: "INT" },
  IMG: { country: "", group: "", types: ["IMG"], code: "IMG" },
  MNC: { country: "", group: "", types: ["MNC"], code: "MNC" },
}; // biome-ignore format: a line for each kind

const MOST_TYPES = 3;

/**
 * Code of an actor by CAMEO's rule: country and roles joined.
 *
 * @param dialect GDELT keeps some older codes of countries (`ROM`).
 */
export function actorCode(party: ExportParty, codes: ExportCodes, dialect: "cameo" | "gdelt"): ActorCode {
  const kind = party.code === null ? undefined : KINDS[party.code];
  const own = party.kind === "organisation" ? codes.organisation(party.name) : null;
  const roles = rolesOf(party, codes).filter((role) => kind === undefined || role !== "GOV");
  if (kind === undefined) {
    const country = party.code === null ? "" : dialect === "gdelt" ? (codes.country(party.code)?.gdelt ?? party.code) : party.code; // biome-ignore format: one line reads best
    const types = roles.slice(0, MOST_TYPES);
    return { code: country + types.join(""), country, group: "", types };
  }
  const types = [...kind.types, ...roles].slice(0, MOST_TYPES);
  if (own !== null) return { code: own.cameo, country: kind.country, group: own.group, types };
  return { code: kind.code + roles.slice(0, MOST_TYPES - 1).join(""), country: kind.country, group: kind.group, types };
}

function rolesOf({ sector }: ExportParty, codes: ExportCodes): string[] {
  return [...new Set(sector.map((one) => codes.sector(one).cameo))].filter((role) => role !== "");
}
