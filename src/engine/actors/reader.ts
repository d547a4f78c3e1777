import type { Span } from "../base/span.js";
import { isRelation } from "../language/tree.js";
import type { Sentence } from "../language/types.js";
import { abbreviationOf, acronymAt, appositionOf, bodyDescribed } from "./apposition.js";
import { isToldOf, subjectAhead } from "./cataphora.js";
import { Discourse, type Draft } from "./draft.js";
import { joinHeadlineTitles } from "./headline-titles.js";
import { isAttribute } from "./hyphens.js";
import { listedBehind } from "./listed.js";
import { meansMany } from "./many.js";
import type { Circumstances } from "./named.js";
import { namedInRow } from "./pairs.js";
import { EMPTY_PHRASE, type Phrase } from "./phrase.js";
import { findPhrases } from "./phrases.js";
import { isSpokenFor } from "./possessor.js";
import { speaksAt } from "./pronoun.js";
import { bodyDraft, countryDraft, nameDraft } from "./reference.js";
import { Resolver } from "./resolver.js";
import { Scan } from "./scan.js";
import { findStandIns } from "./stand-ins.js";
import { standingOf } from "./standing.js";
import { buildTable, type FoundMention, type FoundStandIn, kindOf } from "./table.js";
import { officeBearer } from "./titled.js";
import type { ActorTable, PlaceMention } from "./types.js";
import { isFirstPerson, leadingPhrase, OpenQuotes, speaksFor, type VoiceLine, voiceSpan } from "./voice.js";

/** Reads an article sentence by sentence and keeps what each phrase means. */
export class ActorReader {
  readonly #discourse: Discourse;
  readonly #resolver: Resolver;
  readonly #mentions: FoundMention[] = [];

  readonly #places: PlaceMention[] = [];
  readonly #stood: FoundStandIn[] = [];
  readonly #quotes = new OpenQuotes();
  #voice: Draft | null = null;

  constructor(
    readonly text: string,
    readonly sentences: readonly Sentence[],
    readonly at: Circumstances,
    readonly leadFrom: number,
    discourse: Discourse | null = null,
  ) {
    this.#discourse = discourse ?? new Discourse(leadFrom);
    this.#resolver = new Resolver(text, at, this.#discourse);
  }

  /** Takes whoever a line names for the one who says “I” in the article; `false` when the line names nobody who does. */
  readVoice(line: VoiceLine): boolean {
    const scan = new Scan(line.sentence, this.at.lexicon);
    const phrases = findPhrases(scan);
    const phrase = leadingPhrase(phrases, line.sentence);
    if (phrase === null) return false;
    const partner = appositionOf(scan, phrases, phrases.indexOf(phrase));
    const within = new ActorReader(line.text, [], this.at, 0, this.#discourse);
    const draft =
      phrase.kind === "body"
        ? officeBearer(phrase, this.#discourse, this.at)
        : within.#resolver.person(scan, phrase, partner);
    if (draft === null || !speaksFor(phrase, partner, draft)) return false;
    this.#voice = draft;
    const span = voiceSpan(line, [phrase.first, phrase.last]);
    const inside = span !== null && this.sentences.some((s) => s.span[0] <= span[0] && span[1] <= s.span[1]);
    if (span !== null && !inside)
      this.#mentions.push({ phrase: { ...phrase, sentence: -1 }, span, kind: kindOf(phrase), drafts: [draft] });
    return true;
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
    const quoted = this.#quotes.read(scan.sentence);
    this.#discourse.quoted = quoted;
    this.#discourse.countriesHere = new Set(phrases.flatMap((p) => p.countries.map((c) => c.code)));
    const resolved = new Map<Phrase, readonly Draft[]>();
    phrases.forEach((phrase, index) => {
      this.#listed(scan, phrases, index, resolved);
      this.#ahead(scan, phrases, phrase);
      const partner = appositionOf(scan, phrases, index);
      const earlier = partner === null ? undefined : resolved.get(partner);
      const body = bodyDescribed(scan, phrases, index);
      const apposed = body === null ? undefined : resolved.get(body);
      const abbreviated = abbreviationOf(scan, phrases, index);
      const long = abbreviated === null ? undefined : resolved.get(abbreviated);
      const settled = resolved.get(phrase) ?? apposed;
      const drafts =
        long !== undefined && long.length > 0
          ? long
          : settled !== undefined
            ? settled
            : earlier !== undefined && partner !== null && partner.name !== null
              ? earlier
              : this.#voice !== null && isFirstPerson(scan, phrase) && quoted[phrase.first] !== true
                ? [this.#voice]
                : this.#resolver.resolve(scan, phrase, partner, resolved);
      resolved.set(phrase, drafts);
      const letters = long?.[0] === undefined ? null : acronymAt(scan, phrase);
      if (letters !== null && long?.[0] !== undefined) this.#discourse.abbreviate(letters, long[0]);
      if (earlier?.[0] !== undefined) for (const title of phrase.titles) earlier[0].titles.add(title.phrase);
      if (drafts.length > 0) this.#mention(scan, phrase, drafts);
      else if (phrase.kind === "place") this.#place(scan, phrase);
    });
    const row = namedInRow(scan, resolved);
    if (row.length > 0) this.#discourse.lastGroup = { drafts: row, sentence: scan.sentence.index };
    this.#standIns(scan, resolved);
  }

  /** Settles a plural title and the persons it introduces by name, before they are come to. */
  #listed(scan: Scan, phrases: readonly Phrase[], index: number, resolved: Map<Phrase, readonly Draft[]>): void {
    const drafts: Draft[] = [];
    for (const { phrase, countries, titles } of listedBehind(scan, phrases, index)) {
      const draft = this.#resolver.person(scan, { ...phrase, countries, titles }, null);
      if (draft === null) continue;
      resolved.set(phrase, [draft]);
      drafts.push(draft);
    }
    const [group, ...behind] = phrases.slice(index, index + 3);
    for (const [of, owner] of [[group, behind[0]], behind] as const) {
      const draft = of && owner && isSpokenFor(scan, of, owner) ? this.#resolver.person(scan, owner, null) : null;
      if (owner !== undefined && draft !== null) resolved.set(owner, [draft]);
    }
    if (group !== undefined && drafts.length > 1) resolved.set(group, drafts);
  }

  /** Keeps whom a possessive means that stands before its subject, where “his” or “her” fits. */
  #ahead(scan: Scan, phrases: readonly Phrase[], phrase: Phrase): void {
    const found = subjectAhead(scan, phrases, phrase);
    if (found === null) {
      if (this.#discourse.ahead?.at !== phrase.first) this.#discourse.ahead = null;
      return;
    }
    const { subject, sure } = found;
    const draft = this.#resolver.person(scan, subject, appositionOf(scan, phrases, phrases.indexOf(subject)));
    const gender = scan.lower(phrase.first) === "his" ? "m" : "f";
    const fits = (d: Draft): boolean => d.gender === null || d.gender === gender;
    const ahead = draft !== null && fits(draft) && (sure || !isToldOf(this.#discourse, phrase, draft, fits));
    this.#discourse.ahead = ahead ? { at: phrase.first, draft } : null;
  }

  #standIns(scan: Scan, resolved: ReadonlyMap<Phrase, readonly Draft[]>): void {
    const meant = [...resolved].flatMap(([phrase, drafts]) =>
      drafts.length > 0 && !onlyDescribes(scan, phrase) ? [phrase] : [],
    );
    for (const { stood, ...candidate } of findStandIns(scan, meant)) {
      const draft =
        stood.by === "phrase"
          ? resolved.get(stood.phrase)?.[0]
          : stood.by === "country"
            ? countryDraft(this.#discourse, stood.country)
            : nameDraft(this.#discourse, this.#resolver.words(scan, stood.first, stood.last));
      const span = [scan.tokens[candidate.first]?.start ?? 0, scan.tokens[candidate.last]?.end ?? 0] as const;
      const relation = scan.sentence.tree.relation(candidate.head);
      const told = isRelation(relation, "nsubj") || isRelation(relation, "obj");
      if (candidate.kind === "place" && stood.by === "country" && told) this.#discourse.tell(stood.country.code); // “Russia shelled Odesa”
      if (draft !== undefined) this.#stood.push({ ...candidate, span, sentence: scan.sentence.index, draft });
    }
  }

  #mention(scan: Scan, phrase: Phrase, drafts: readonly Draft[]): void {
    const [first, last] = phrase.extent ?? [phrase.first, phrase.last];
    const [start, end] = [scan.tokens[first]?.start ?? 0, scan.tokens[last]?.end ?? 0];
    const bears = phrase.kind === "group" && drafts[0]?.kind === "person"; // “Son said”
    const named =
      phrase.name !== null || (phrase.kind !== "person" && phrase.kind !== "people" && phrase.kind !== "pronoun");
    if (!onlyDescribes(scan, phrase))
      this.#mentions.push({ phrase, span: [start, end], kind: bears ? "name" : kindOf(phrase), drafts });
    const trace = {
      sentence: phrase.sentence,
      first: phrase.first,
      last: phrase.last,
      named,
      shared: drafts.length > 1,
      many: meansMany(scan, phrase),
      quoted: this.#discourse.quoted[phrase.first] === true,
      standing: standingOf(scan, phrase),
      speaks: speaksAt(scan, phrase.last + 1),
    };
    for (const draft of drafts) this.#discourse.note({ draft, ...trace });
    const { lastGroup } = this.#discourse;
    // “The Secretary and the Minister spoke of [our countries]”: what they spoke of is not whom “they” means then.
    const acting = lastGroup?.sentence === phrase.sentence && lastGroup.acting === true;
    const people = drafts.some((d) => d.kind === "person");
    if (drafts.length > 1 && (!acting || people || trace.standing === "subject"))
      this.#discourse.lastGroup = {
        drafts,
        sentence: phrase.sentence,
        acting: trace.standing === "subject" && people,
      };
  }

  #place(scan: Scan, phrase: Phrase): void {
    const span = [scan.tokens[phrase.first]?.start ?? 0, scan.tokens[phrase.last]?.end ?? 0] as const;
    const entry = phrase.entry?.kind === "place" ? phrase.entry : null;
    const name = entry?.name ?? this.text.slice(...span);
    const country = entry?.code ?? phrase.countries[0]?.code ?? null;
    this.#places.push({ span, sentence: phrase.sentence, first: phrase.first, last: phrase.last, name, country });
  }

  table(sentences: number): ActorTable {
    return buildTable(
      joinHeadlineTitles(this.#mentions, this.leadFrom),
      this.#places,
      this.#stood,
      sentences,
      this.#voice,
    );
  }
}

/** “the [Donald Trump]-backed candidate”: a name in which nobody acts or is acted on; who bears it is known from there on. */
function onlyDescribes(scan: Scan, { name, last }: Phrase): boolean {
  return name !== null && name[1] === last && isAttribute(scan, last);
}
