import type { Actor } from "../actors/types.js";
import { ancestors, subjectOf } from "../language/tree.js";
import type { Token } from "../language/types.js";
import { type Clause, coordinated, partiesOf } from "./clause.js";
import type { Gathered } from "./gather.js";
import type { ContactLexicon } from "./lexicon.js";
import { realityOfNoun } from "./noun-status.js";
import { ownVerb } from "./own-clause.js";
import { afterWord, determiner, subjectAt } from "./parties.js";
import { type Reality, realityOfVerb } from "./status.js";
import { isLive } from "./trigger.js";

/** Who took part in a contact beside those who held it. Actors are indices. */
export interface Company {
  /** “accompanied by X”, “the delegation included X”, “X was also present”: of one party's side. */
  readonly members: readonly number[];
  /** “mediated by X”, “under the auspices of X”: of no party's side. */
  readonly mediators: readonly number[];
  /** Those who sent a message together, its sender among them. */
  readonly senders: readonly number[];
}

/**
 * Finds who came along and who mediated, in the sentences that speak of a contact.
 *
 * @param own Those sentences, in order.
 */
export function companyOf(g: Gathered, own: readonly Clause[], lexicon: ContactLexicon): Company {
  const [first] = own;
  const senders = g.sender === null ? [] : sendersOf(g, g.sender);
  if (first === undefined || !isLive(g.channel)) return { members: [], mediators: [], senders };
  const actors = first.actors.actors;
  const sides = new Set(g.parties.map((p) => actors[p]?.code ?? null));
  const joined = new Set(g.triggers.flatMap((t) => (t.joins ? t.parties : [])));
  const heads = g.parties.filter((p) => !joined.has(p));
  const ofASide = (p: number): boolean => isPerson(actors[p]) && sides.has(actors[p]?.code ?? null);
  const beside = own.flatMap((clause) => companions(clause, g));
  const led = (p: number): boolean => heads.some((h) => h !== p && actors[h]?.code === actors[p]?.code);
  const members = [...[...joined].filter((p) => g.parties.includes(p) && led(p)), ...beside];
  const mediators = own
    .flatMap((clause) => [...mediatorsIn(clause, g, lexicon), ...mediatingWitnesses(clause)])
    .filter((p) => !sides.has(actors[p]?.code ?? null));
  return {
    members: unique(members).filter((p) => ofASide(p) && !heads.includes(p)),
    mediators: unique(mediators),
    senders,
  };
}

/** The sender with those who sent it too; who answers sends a message of his own. */
function sendersOf({ triggers }: Gathered, sender: number): readonly number[] {
  return unique([sender, ...triggers.filter((t) => t.sender === sender).flatMap((t) => t.senders ?? [])]);
}

function unique(list: readonly number[]): readonly number[] {
  return [...new Set(list)].sort((a, b) => a - b);
}

function isPerson(actor: Actor | undefined): boolean {
  return actor?.kind === "person" || actor?.kind === "unnamed";
}

/** Persons a sentence names as company of the parties. */
function companions(clause: Clause, g: Gathered): readonly number[] {
  const { tokens, cues } = clause;
  return tokens.flatMap((token, at) => {
    if (cues.company.has(token.lemma) && token.upos === "VERB")
      return tookPlace(g, realityOfVerb(clause, at)) ? accompanying(clause, at, g.parties) : [];
    const made = token.lower === "made" && tokens[at + 1]?.lower === "up"; // “made up of X and Y”
    if ((made || cues.containing.has(token.lemma)) && ofDelegation(clause, at, g))
      return following(clause, tokens[made ? at + 2 : at + 1]?.lower === "of" ? (made ? at + 2 : at + 1) : at);
    if (token.lower === "side" && tokens[at + 1]?.lower === "by" && ofSide(tokens, at))
      return following(clause, at + 1);
    if (token.lower === "presence" && tokens[at + 1]?.lower === "of") return following(clause, at + 1);
    return /^(?:present|attendance)$/.test(token.lower) ? attending(clause, at, g) : [];
  });
}

/** Whether what is told of a contact's company is so, or is planned as the contact itself is. */
function tookPlace({ status }: Gathered, reality: Reality): boolean {
  return reality === "held" || reality === status;
}

/** “X, accompanied by Y”, “Y accompanied X”. */
function accompanying(clause: Clause, at: number, parties: readonly number[]): readonly number[] {
  const { tokens } = clause;
  if (tokens[at + 1]?.lower === "by") return following(clause, at + 1);
  if (tokens[at]?.xpos === "VBN" && tokens[at - 1]?.lemma === "be") return [];
  return following(clause, at).some((p) => parties.includes(p)) ? subjectAt(clause, at) : [];
}

/** “the delegation, which included”, “met a delegation comprising”; not “after a team featuring X had lost”. */
function ofDelegation(clause: Clause, at: number, g: Gathered): boolean {
  const { tokens, cues, sentence } = clause;
  const from = Math.max(0, at - DELEGATION_REACH);
  const group = tokens.slice(from, at).findLast((t) => cues.delegation.has(t.lemma))?.index;
  if (group === undefined || !/^an?$/.test(determiner(clause, group))) return group !== undefined;
  const above = ancestors(sentence.tree, group).slice(1);
  const own = above.findIndex((up) => tellsOf(g, clause, up));
  return own >= 0 && above.slice(0, own).every((up) => tokens[up]?.upos !== "VERB");
}

/** Words between a delegation and what says whom it includes. */
const DELEGATION_REACH = 6;

/** Whether a token is part of what tells of the contact. */
function tellsOf({ triggers }: Gathered, clause: Clause, at: number): boolean {
  return triggers.some((t) => t.clause === clause && t.first <= at && at <= t.last);
}

/** “[on the Omani side] by X”, “from the Korean side by Y”, where who attended is told. */
function ofSide(tokens: readonly Token[], at: number): boolean {
  const led = tokens.slice(Math.max(0, at - 4), at).some((t) => /^(?:on|from)$/.test(t.lower));
  return led && tokens.slice(0, at).some((t) => /^(?:attend|represent|accompany)$/.test(t.lemma));
}

/** “Also present were X and Y”, “X was in attendance”. */
function attending(clause: Clause, at: number, g: Gathered): readonly number[] {
  const { tokens } = clause;
  const opens = tokens.slice(0, at).every((t) => /^(?:also|in|among|those)$/.test(t.lower));
  const verb = opens ? tokens.findIndex((t, i) => i > at && i <= at + PLACE && t.lemma === "be") : -1;
  const between = tokens.slice(at + 1, verb).some((t) => t.upos === "VERB" || t.upos === "PUNCT");
  if (verb > 0 && !between) return following(clause, verb); // “Present at the meeting were X and Y”
  const be = tokens.slice(Math.max(0, at - 3), at).find((t) => t.lemma === "be");
  return be === undefined || !tookPlace(g, realityOfVerb(clause, be.index)) ? [] : subjectAt(clause, be.index);
}

/** Words of “on the Indonesian side” before “were”. */
const PLACE = 7;

/** The parties that begin right behind a word, with those coordinated to them. */
function following(clause: Clause, at: number): readonly number[] {
  const k = clause.mentions.findIndex((m) => m.first > at && m.first <= at + 3);
  const mention = clause.mentions[k];
  if (mention === undefined) return [];
  if (clause.tokens.slice(at + 1, mention.first).some((t) => !/^(?:DET|ADJ|ADV|PRON|NOUN)$/.test(t.upos))) return [];
  return coordinated(clause, k).flatMap((m) => partiesOf(clause, m));
}

/** “mediated by X”, “with the mediation of X”, “X brokered the talks”; not “X offered to mediate”, “X could not”. */
function mediatorsIn(clause: Clause, g: Gathered, lexicon: ContactLexicon): readonly number[] {
  const { tokens, cues } = clause;
  return tokens.flatMap((token, at) => {
    const by = /^(?:of|by)$/.test(tokens[at + 1]?.lower ?? "");
    if (token.upos === "NOUN" && cues.mediation.has(token.lemma))
      return by && tookPlace(g, realityOfNoun(clause, at, at)) ? afterWord(clause, at, BY, 2) : [];
    if (token.upos !== "VERB" || !cues.mediating.has(token.lemma)) return [];
    const reality = realityOfVerb(clause, at);
    const now = token.xpos === "VBG" && reality === "planned"; // “Qatar is mediating the talks”
    if (!now && !tookPlace(g, reality)) return [];
    if (tokens[at + 1]?.lower === "by") return ofContact(clause, at, g) ? following(clause, at + 1) : [];
    return token.xpos === "VBN" ? [] : mediating(clause, at, lexicon);
  });
}

/** “met in the presence of [X], who mediates between the two”. */
function mediatingWitnesses(clause: Clause): readonly number[] {
  const { tokens, cues } = clause;
  const at = tokens.findIndex((t, i) => t.lower === "presence" && tokens[i + 1]?.lower === "of");
  const witnesses = at < 0 ? [] : following(clause, at + 1);
  if (witnesses.length === 0) return [];
  const verb = tokens.findIndex((t, i) => i > at && t.upos === "VERB" && cues.mediating.has(t.lemma));
  return verb > 0 && /^(?:who|is|has)$/.test(tokens[verb - 1]?.lower ?? "") ? witnesses : [];
}

const BY: ReadonlySet<string> = new Set(["of", "by"]);

/**
 * “the talks, [mediated] by X”, “the talks were [mediated] by X”, “held talks in Doha, [mediated] by X”: what is mediated is
 * the contact.
 */
function ofContact(clause: Clause, at: number, g: Gathered): boolean {
  const { tree, tokens } = clause.sentence;
  const subject = subjectOf(clause.sentence, at);
  if (subject !== null && tellsOf(g, clause, subject)) return true;
  const head = ancestors(tree, at).find((up) => up !== at && tokens[up]?.upos !== "PROPN") ?? -1;
  return tellsOf(g, clause, head) || g.triggers.some((t) => t.clause === clause && ownVerb(t) === head);
}

/** “Qatar mediated the talks”: who does so, where what it mediates is a contact. */
function mediating(clause: Clause, at: number, { nouns }: ContactLexicon): readonly number[] {
  const { tokens, cues } = clause;
  const isContact = ({ upos, lemma, index }: Token): boolean => {
    const channel = upos === "NOUN" ? nouns.match(tokens, index)?.entry : undefined;
    return (channel !== undefined && isLive(channel)) || (upos === "NOUN" && cues.open.has(lemma));
  };
  return tokens.slice(at + 1, at + 5).some(isContact) ? subjectAt(clause, at) : [];
}
