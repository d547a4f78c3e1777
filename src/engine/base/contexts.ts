/** The contexts of PLOVER 2.0, in the manual's order. */
export const CONTEXTS = [
  "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
  "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
  "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
  "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
  "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
] as const; // biome-ignore format: a list
export type PloverContext = (typeof CONTEXTS)[number];
