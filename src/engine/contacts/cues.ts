import type { Row } from "../base/table.js";
import { LemmaIndex } from "../language/lemma-index.js";

/** Classes of words by which the contact stage reads a sentence; the words stand in `data/contacts/cues.tsv`. */
export const CUE_CLASSES = [
  "about", "acting", "ahead", "aiming", "amount", "aside", "attribute", "bare", "before", "bland", "cancelling", "chance", "circumstance", "company", "containing", "delegation", "earlier", "fellow", "figurative", "formerly", "granting", "greeting", "hosting", "journey", "judging", "lately", "lead", "manner", "measure", "mediating", "mediation", "moment", "motion", "occasion", "occurring", "open", "picture", "plan", "pledged", "postponing", "preventing", "proposal", "raising", "reaffirmed", "ringing", "saying", "sealing", "seat", "sending", "separate", "since", "speaking", "sport", "spot", "staging", "stressing", "telling", "thanking", "together", "uncertain", "vague", "venue", "within", "worth",
] as const; // biome-ignore format: a list

export type CueClass = (typeof CUE_CLASSES)[number];

/** What a word says of a contact that was planned; “held” counts where it is denied (“did not take place”). */
export type Fate = "postponed" | "cancelled" | "held";

/** The words of each class, lemmas and forms in lower case; of the class “aside” and of the classes of fates the phrases. */
export type Cues = Readonly<
  Record<Exclude<CueClass, "aside" | "cancelling" | "occurring" | "postponing">, ReadonlySet<string>>
> & {
  readonly aside: LemmaIndex<true>;
  readonly fates: LemmaIndex<Fate>;
};

/** Gathers the rows of `data/contacts/cues.tsv` by class. */
export function makeCues(rows: readonly Row[]): Cues {
  const of = (name: CueClass): ReadonlySet<string> =>
    new Set(rows.filter((row) => row.cell("class") === name).map((row) => row.cell("word")));
  const aside = new LemmaIndex<true>();
  for (const phrase of of("aside")) aside.add(phrase, true);
  const fates = new LemmaIndex<Fate>();
  for (const phrase of of("postponing")) fates.add(phrase, "postponed");
  for (const phrase of of("cancelling")) fates.add(phrase, "cancelled");
  for (const phrase of of("occurring")) fates.add(phrase, "held");
  return {
    about: of("about"),
    acting: of("acting"),
    ahead: of("ahead"),
    aiming: of("aiming"),
    amount: of("amount"),
    aside,
    attribute: of("attribute"),
    bare: of("bare"),
    before: of("before"),
    bland: of("bland"),
    chance: of("chance"),
    circumstance: of("circumstance"),
    company: of("company"),
    containing: of("containing"),
    delegation: of("delegation"),
    earlier: of("earlier"),
    fates,
    fellow: of("fellow"),
    figurative: of("figurative"),
    formerly: of("formerly"),
    granting: of("granting"),
    greeting: of("greeting"),
    hosting: of("hosting"),
    journey: of("journey"),
    judging: of("judging"),
    lately: of("lately"),
    lead: of("lead"),
    manner: of("manner"),
    measure: of("measure"),
    mediating: of("mediating"),
    mediation: of("mediation"),
    moment: of("moment"),
    motion: of("motion"),
    occasion: of("occasion"),
    open: of("open"),
    picture: of("picture"),
    plan: of("plan"),
    pledged: of("pledged"),
    preventing: of("preventing"),
    proposal: of("proposal"),
    raising: of("raising"),
    reaffirmed: of("reaffirmed"),
    ringing: of("ringing"),
    saying: of("saying"),
    sealing: of("sealing"),
    seat: of("seat"),
    sending: of("sending"),
    separate: of("separate"),
    since: of("since"),
    speaking: of("speaking"),
    sport: of("sport"),
    spot: of("spot"),
    staging: of("staging"),
    stressing: of("stressing"),
    telling: of("telling"),
    thanking: of("thanking"),
    together: of("together"),
    uncertain: of("uncertain"),
    vague: of("vague"),
    venue: of("venue"),
    within: of("within"),
    worth: of("worth"),
  };
}
