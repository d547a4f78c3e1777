/** Copies of one text and reports of one event: a pair of articles is decided from the two alone, groups follow from pairs. */
export { COPY_DAYS_APART, compare, REPORT_DAYS_APART } from "./compare.js";
export {
  contactDisagreements,
  type Disagreement,
  disagreements,
  type Report,
  type ToldContact,
} from "./disagreements.js";
export { Groups } from "./groups.js";
export { KEY_TERMS, keysOf, SHARED_TERMS, type StoryKeys } from "./keys.js";
export { makeStoryLexicon, type StoryLexicon, type WordCounts } from "./lexicon.js";
export { independentOrigins, ORIGIN_KINDS, type Origin, originOf, type StoryMember } from "./origins.js";
export { sketchOf } from "./sketch.js";
export { type Link, StoryIndex } from "./story-index.js";
export type { Days, LeadContact, LeadEvent, Relation, Side, Sketch } from "./types.js";
