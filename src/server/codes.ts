import { CONTEXTS } from "../engine/base/contexts.js";
import { CHANNELS, CONTACT_STATUSES, EVENT_STATUSES, LEVELS, PLOVER_EVENTS } from "../engine/record.js";
import type { Meta } from "./api/lookup.js";

/** Codes with their words. */
export type CodeWords = Meta["codes"];

const EVENTS: Readonly<Record<(typeof PLOVER_EVENTS)[number], string>> = {
  AGREE: "agreed or promised",
  CONSULT: "consulted",
  SUPPORT: "supported",
  CONCEDE: "conceded",
  COOPERATE: "cooperated",
  AID: "gave aid",
  RETREAT: "eased or withdrew",
  REQUEST: "requested",
  ACCUSE: "accused or criticised",
  REJECT: "rejected",
  THREATEN: "threatened",
  PROTEST: "protested",
  SANCTION: "reduced relations",
  MOBILIZE: "showed force",
  COERCE: "coerced",
  ASSAULT: "attacked",
};
const CHANNEL_WORDS: Readonly<Record<(typeof CHANNELS)[number], string>> = {
  phone: "phone call",
  video: "video call",
  visit: "visit",
  meeting: "meeting",
  telegram: "telegram",
  letter: "letter",
  message: "message",
};
const SECTORS: Readonly<Record<string, string>> = {
  AGR: "farming", BUS: "business", COP: "police", CRM: "crime", CVL: "civilians", EDU: "education", ELI: "former officials and elites",
  GOV: "government", JRN: "journalists", JUD: "courts", LAB: "labour", LEG: "legislature", MED: "medicine", MIL: "military", OPP: "opposition",
  PRE: "prisoners", PRM: "pro-government armed groups", PTY: "parties", REB: "rebels", REF: "refugees", REL: "religion", SOC: "society",
  SPY: "intelligence services", UAF: "unidentified armed groups", UNK: "unknown",
}; // biome-ignore format: a list
const BODIES: Readonly<Record<string, string>> = {
  EUR: "European Union", IGO: "intergovernmental organisations", IMG: "transnational armed groups", ISM: "international social movements",
  MNC: "multinational companies", NGO: "non-governmental organisations", UNO: "United Nations",
}; // biome-ignore format: a list

type Coded = { readonly code: string; readonly words: string };
const inWords = (codes: readonly string[]): Coded[] =>
  codes.map((code) => ({ code, words: code.replace(/[-_]/g, " ") }));
const listOf = (words: Readonly<Record<string, string>>): Coded[] =>
  Object.entries(words).map(([code, one]) => ({ code, words: one }));

/** All codes with their words. @param countries The reviewed table of countries: code and name first. */
export function codeWords(countries: string, modes: readonly string[]): CodeWords {
  const rows = countries.split("\n").filter((line) => /^[A-Z]{3}\t/.test(line));
  const named = rows.map((line) => line.split("\t")).map(([code = "", words = ""]) => ({ code, words }));
  const all = [...named, ...listOf(BODIES).filter(({ code }) => !named.some((one) => one.code === code))];
  return {
    countries: all.sort((a, b) => (a.code < b.code ? -1 : 1)),
    events: PLOVER_EVENTS.map((code) => ({ code, words: EVENTS[code] })),
    modes: inWords(modes),
    contexts: inWords(CONTEXTS),
    channels: CHANNELS.map((code) => ({ code, words: CHANNEL_WORDS[code] })),
    contactStatuses: inWords(CONTACT_STATUSES),
    eventStatuses: inWords(EVENT_STATUSES),
    levels: inWords(LEVELS),
    sectors: listOf(SECTORS),
  };
}
