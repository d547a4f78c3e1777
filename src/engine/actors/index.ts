import type { Span } from "../base/span.js";
import type { Sentence } from "../language/types.js";
import { abbreviationOf, appositionOf } from "./apposition.js";
import { atomsOf } from "./atoms.js";
import { Discourse, type Draft } from "./draft.js";
import { bearsName, isFamilyName } from "./family-name.js";
import type { ActorLexicon } from "./lexicon.js";
import { type Attributes, type Circumstances, choosePerson, knownPerson, unknownPerson } from "./named.js";
import { nameWords } from "./names.js";
import type { Person } from "./people.js";
import { EMPTY_PHRASE, type Phrase } from "./phrase.js";
import { findPhrases } from "./phrases.js";
import { bodyDraft, countryDraft, groupDraft, resolvePronoun } from "./reference.js";
import { Scan } from "./scan.js";
import { buildTable, type FoundMention, kindOf } from "./table.js";
import { resolvePlural, resolveTitled } from "./titled.js";
import type { ActorTable, PlaceMention } from "./types.js";

export { type ActorLexicon, makeActorLexicon } from "./lexicon.js";

/** What the stage is told about the article besides its sentences. */
export interface ActorContext {
  /** ISO day for which offices are looked up; `null` when not known. */
  readonly day: string | null;
  /** The news agency whose report it is, as the header says: it stands in no sentence. */
  readonly agency: { readonly name: string; readonly span: Span } | null;
  /** Whether the first paragraph is the title. */
  readonly titled: boolean;
  /** Code of the country the report is from, by its dateline or agency; `null` when not known. */
  readonly home: string | null;
  /** Code of the government that publishes the text, or `null`: its own officials are often named without a country. */
  readonly publisher: string | null;
}

/**
 * Finds everybody an article mentions and says who is meant.
 *
 * @param text The document's text, in which the sentences' offsets count.
 */
export function findActors(
  sentences: readonly Sentence[],
  text: string,
  lexicon: ActorLexicon,
  context: ActorContext,
): ActorTable {
  const scans = sentences.map((sentence) => new Scan(sentence, lexicon));
  const phrases = scans.map((scan) => findPhrases(scan));
  const fullNames = new Set<Person>();
  for (const list of phrases)
    for (const phrase of list)
      if (phrase.persons.length === 1 && phrase.persons[0] !== undefined) fullNames.add(phrase.persons[0]);
  const at: Circumstances = {
    lexicon,
    day: context.day,
    publisher: context.publisher,
    home: context.publisher ?? context.home,
    fullNames,
  };
  const reader = new ActorReader(
    text,
    at,
    context.titled ? sentences.filter((each) => each.paragraph === 0).length : 0,
  );
  if (context.agency !== null) reader.readAgency(context.agency);
  scans.forEach((scan, index) => {
    reader.read(scan, phrases[index] ?? []);
  });
  return reader.table(sentences.length);
}

class ActorReader {
  readonly #discourse: Discourse;
  readonly #mentions: FoundMention[] = [];

  readonly #places: PlaceMention[] = [];

  constructor(
    readonly text: string,
    readonly at: Circumstances,
    leadFrom: number,
  ) {
    this.#discourse = new Discourse(leadFrom);
  }

  /** Notes the agency of the header as an actor of the article. */
  readAgency(agency: { readonly name: string; readonly span: Span }): void {
    const entry = this.at.lexicon.names.lookup(agency.name).find((e) => e.kind === "agency");
    const phrase: Phrase = {
      ...EMPTY_PHRASE,
      sentence: -1,
      first: 0,
      last: 0,
      head: 0,
      kind: "agency",
      entry: entry ?? { kind: "agency", name: agency.name, code: null, outlet: false },
    };
    const draft = bodyDraft(phrase, agency.name, this.#discourse, null, this.at);
    if (draft !== null) this.#mentions.push({ phrase, span: agency.span, kind: "name", drafts: [draft] });
  }

  read(scan: Scan, phrases: readonly Phrase[]): void {
    const resolved = new Map<Phrase, readonly Draft[]>();
    phrases.forEach((phrase, index) => {
      const partner = appositionOf(scan, phrases, index);
      const earlier = partner === null ? undefined : resolved.get(partner);
      const abbreviated = abbreviationOf(scan, phrases, index);
      const long = abbreviated === null ? undefined : resolved.get(abbreviated);
      const drafts =
        long !== undefined && long.length > 0
          ? long
          : earlier !== undefined && partner !== null && partner.name !== null
            ? earlier
            : this.#resolve(scan, phrase, partner);
      resolved.set(phrase, drafts);
      if (earlier?.[0] !== undefined) for (const title of phrase.titles) earlier[0].titles.add(title.phrase);
      if (drafts.length > 0) this.#mention(scan, phrase, drafts);
      else if (phrase.kind === "place") this.#place(scan, phrase);
    });
  }

  #resolve(scan: Scan, phrase: Phrase, partner: Phrase | null): readonly Draft[] {
    const one = (draft: Draft | null): readonly Draft[] => (draft === null ? [] : [draft]);
    switch (phrase.kind) {
      case "person":
        return one(this.#person(scan, phrase, partner));
      case "people":
        return this.#people(scan, phrase);
      case "country": {
        const [country] = phrase.countries;
        const bearer = this.#bearerOf(scan, phrase);
        if (bearer !== null && bearer.code !== country?.code) return [bearer];
        return country === undefined ? [] : [countryDraft(this.#discourse, country)];
      }
      case "body":
      case "agency":
        return one(bodyDraft(phrase, this.#textOf(scan, phrase), this.#discourse, this.#owner(phrase), this.at));
      case "group":
        return one(groupDraft(phrase, this.#textOf(scan, phrase), this.#discourse));
      case "pronoun":
        return resolvePronoun(phrase, scan, this.#discourse);
      case "place":
        return one(this.#bearerOf(scan, phrase));
      default:
        throw new TypeError(`unknown kind: ${phrase.kind satisfies never}`);
    }
  }

  /** Attributes of a phrase together with those of the phrase it stands in apposition to. */
  #said(phrase: Phrase, partner: Phrase | null): Attributes {
    if (partner === null) return phrase;
    return {
      titles: [...phrase.titles, ...partner.titles],
      countries: [...phrase.countries, ...partner.countries],
      of: phrase.of ?? partner.of,
      former: phrase.former || partner.former,
      elect: phrase.elect || partner.elect,
      deputy: phrase.deputy || partner.deputy,
    };
  }

  #person(scan: Scan, phrase: Phrase, partner: Phrase | null): Draft | null {
    const said = this.#said(phrase, partner);
    const named = phrase.name !== null ? phrase : partner?.name != null ? partner : null;
    if (named?.name != null) return this.#named(scan, named, said);
    const pronoun = /^(?:his|her|their)$/.test(phrase.det ?? "")
      ? resolvePronoun(phrase, scan, this.#discourse)[0]
      : undefined;
    return resolveTitled(phrase, said, this.#discourse, this.at, pronoun ?? null);
  }

  #named(scan: Scan, phrase: Phrase, said: Attributes): Draft | null {
    const [first, last] = phrase.name ?? [phrase.first, phrase.last];
    const tokens = scan.tokens;
    const words = nameWords(scan, first, last);
    const family = words.at(-1) ?? "";
    const full = choosePerson(phrase.persons, said, this.at, -5);
    if (full !== null) return knownPerson(this.#discourse, full, said, this.at);
    const name = this.text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
    const short = isFamilyName(words, name);
    const earlier = short || words.length <= 3 ? this.#bearer(words, said) : null;
    if (earlier !== null) {
      for (const title of said.titles) earlier.titles.add(title.phrase);
      return earlier;
    }
    const { byShort } = this.at.lexicon;
    const sure = tokens[last]?.upos === "PROPN"; // a capital at a sentence's start proves no name by itself
    const bearers = short && sure ? (byShort.get(words.join(" ")) ?? byShort.get(family) ?? []) : [];
    const chosen = choosePerson(bearers, said, this.at, said.titles.length + said.countries.length > 0 ? 4 : 3.6);
    if (chosen !== null) return knownPerson(this.#discourse, chosen, said, this.at);
    // A family name alone brings nobody new, nor does “Tajik-Afghan”.
    if (said.titles.length === 0 && (words.length < 2 || short)) return null;
    return unknownPerson(this.#discourse, name, words, said, this.at);
  }

  /** The person of the article a family name means. */
  #bearer(words: readonly string[], said: Attributes): Draft | null {
    const codes = said.countries.map((c) => c.code);
    return this.#discourse.recent(
      (d) =>
        d.kind === "person" && bearsName(d, words) && (codes.length === 0 || d.code === null || codes.includes(d.code)),
    );
  }

  /** A person of the article whose family name is also a place's (“Austin”), unless “in” or the like stands before. */
  #bearerOf(scan: Scan, phrase: Phrase): Draft | null {
    if (
      phrase.first !== phrase.last ||
      /^(?:in|at|near|from|to|of|with|around|outside|the)$/.test(scan.lower(phrase.first - 1))
    )
      return null;
    const words = nameWords(scan, phrase.first, phrase.last);
    const known = this.#discourse.recent((d) => d.kind === "person" && bearsName(d, words));
    if (known !== null) return known;
    // A headline may name by family name whom the text names in full later.
    const [word] = words;
    const named = [...this.at.fullNames].find((p) => atomsOf(p.name).at(-1) === word);
    return named === undefined || word === undefined
      ? null
      : knownPerson(this.#discourse, named, { ...phrase, countries: [] }, this.at);
  }

  #people(scan: Scan, phrase: Phrase): readonly Draft[] {
    const noun = scan.lower(phrase.head);
    if (/^(?:countries|nations|states|capitals|neighbou?rs|governments|peoples)$/.test(noun))
      return this.#countries(phrase);
    const persons = resolvePlural(phrase, this.#discourse, this.at);
    return persons.length > 0 || !/^(?:sides|parties|two)$/.test(noun) ? persons : this.#countries(phrase);
  }

  #countries(phrase: Phrase): readonly Draft[] {
    const people = this.#discourse.principals((d) => d.code !== null && this.at.lexicon.countries.has(d.code));
    const codes = [...new Set(people.map((d) => d.code ?? ""))].slice(0, phrase.count ?? 2);
    if (codes.length < 2) {
      const named = this.#discourse.principals(() => true, "country").slice(0, phrase.count ?? 2);
      return named.length < 2 ? [] : named;
    }
    return codes.flatMap((code) => {
      const country = this.at.lexicon.countries.get(code);
      return country === undefined ? [] : [countryDraft(this.#discourse, country)];
    });
  }

  /** The person a body belongs to by “of the head of state”. */
  #owner(phrase: Phrase): Draft | null {
    if (phrase.det === "'s") return this.#discourse.recent((d) => d.kind === "person" || d.kind === "country");
    if (phrase.titles.length === 0) return null;
    return resolveTitled(phrase, { ...phrase, of: null }, this.#discourse, this.at, null);
  }

  #textOf(scan: Scan, phrase: Phrase): string {
    return this.text.slice(scan.tokens[phrase.first]?.start ?? 0, scan.tokens[phrase.last]?.end ?? 0);
  }

  #mention(scan: Scan, phrase: Phrase, drafts: readonly Draft[]): void {
    const [start, end] = [scan.tokens[phrase.first]?.start ?? 0, scan.tokens[phrase.last]?.end ?? 0];
    const named =
      phrase.name !== null || (phrase.kind !== "person" && phrase.kind !== "people" && phrase.kind !== "pronoun");
    this.#mentions.push({ phrase, span: [start, end], kind: kindOf(phrase), drafts });
    for (const draft of drafts)
      this.#discourse.note({ draft, sentence: phrase.sentence, first: phrase.first, named, shared: drafts.length > 1 });
    if (drafts.length > 1) this.#discourse.lastGroup = { drafts, sentence: phrase.sentence };
  }

  #place(scan: Scan, phrase: Phrase): void {
    const span = [scan.tokens[phrase.first]?.start ?? 0, scan.tokens[phrase.last]?.end ?? 0] as const;
    const entry = phrase.entry?.kind === "place" ? phrase.entry : null;
    const name = entry?.name ?? this.text.slice(...span);
    const country = entry?.code ?? phrase.countries[0]?.code ?? null;
    this.#places.push({ span, sentence: phrase.sentence, first: phrase.first, last: phrase.last, name, country });
  }

  table(sentences: number): ActorTable {
    return buildTable(this.#mentions, this.#places, sentences);
  }
}
