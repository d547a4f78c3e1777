/**
 * What a desk asks of a ledger: who was in contact with whom, what was agreed and said again, what the sides tell
 * differently, what is new and what is due. Functions of what the ledger's port gives, and of `today` as an argument.
 */
export { BRIEF_CONTACTS, type BriefQuery, brief } from "./brief.js";
export { COMMITMENT_THREADS, type CommitmentQuery, commitmentThreads, STATE_FIELD } from "./commitments.js";
export { contactDossier } from "./contact.js";
export { draftSheet } from "./draft.js";
export { type EnteredContact, enteredSchema } from "./entered.js";
export { iCalendar } from "./icalendar.js";
export { type OccasionsQuery, occasions } from "./occasions.js";
export { findParty, type PartyFound } from "./parties.js";
export { REPEATS_FIELD } from "./repeats.js";
export { corroborationText } from "./reports.js";
export * from "./sheet/index.js";
export { SITUATION_ENTRIES, type SituationQuery, situation } from "./situation.js";
export { type CountryNames, countryNames, type Tables } from "./tables.js";
export { MOST_REPORTS, TIMELINE_ENTRIES, type TimelineQuery, timeline } from "./timeline.js";
export type * from "./types.js";
