import { acronymAt } from "./apposition.js";
import { takenUp } from "./bridge.js";
import { bearerOf, namedPerson, namesakeOf } from "./by-name.js";
import { compatriot, isCompatriot } from "./compatriot.js";
import { crowdOf } from "./crowd.js";
import { describedDrafts, isJoint } from "./described.js";
import type { Discourse, Draft } from "./draft.js";
import { ofTheCountry, ofTheState, ofTheWorld } from "./home.js";
import { joinedTo, withCountryOf } from "./joined.js";
import { countryOfLeader } from "./led.js";
import type { Circumstances } from "./named.js";
import { otherOf } from "./pairs.js";
import type { Phrase } from "./phrase.js";
import { ownCountry, pronounOwner, withPossessor } from "./possessor.js";
import { resolvePronoun } from "./pronoun.js";
import { bodyDraft, countryDraft } from "./reference.js";
import { regionalHead } from "./regional-head.js";
import type { Scan } from "./scan.js";
import { isOfBoth, severalDrafts } from "./several.js";
import { resolveTitled } from "./titled.js";
import { joinedTitles, twoByTitles, twoOfOneState } from "./two-titles.js";

/** Says whom a phrase means, by its words and by what the article told before. */
export class Resolver {
  constructor(
    readonly text: string,
    readonly at: Circumstances,
    readonly discourse: Discourse,
  ) {}

  /** The actors a phrase of a sentence means; empty when it means none that can be told. */
  resolve(
    scan: Scan,
    phrase: Phrase,
    partner: Phrase | null,
    resolved: ReadonlyMap<Phrase, readonly Draft[]>,
  ): readonly Draft[] {
    const one = (draft: Draft | null): readonly Draft[] => (draft === null ? [] : [draft]);
    const alone = phrase.kind === "person" && phrase.titles.length === 0 ? phrase.name : null;
    const known =
      this.discourse.abbreviated(acronymAt(scan, phrase)) ??
      this.discourse.abbreviated(alone === null ? null : this.words(scan, ...alone));
    if (known !== undefined) return [known];
    switch (phrase.kind) {
      case "person":
        return this.#two(scan, phrase, partner) ?? one(this.#joined(scan, phrase, partner, resolved));
      case "people":
        return severalDrafts(scan, phrase, this.#textOf(scan, phrase), this.discourse, this.at);
      case "country": {
        const [country] = phrase.countries;
        if (country === undefined) return ownCountry(scan, phrase, this.discourse, this.at);
        const bearer = bearerOf(scan, phrase, this.discourse, this.at);
        if (bearer !== null && bearer.code !== country?.code) return [bearer];
        return [crowdOf(scan, phrase, country, this.discourse) ?? countryDraft(this.discourse, country)];
      }
      case "body":
        if (isOfBoth(scan, phrase))
          return severalDrafts(scan, phrase, this.#textOf(scan, phrase), this.discourse, this.at);
        if (phrase.entry?.kind === "pattern" && isJoint(scan, phrase)) return this.#bodies(phrase, phrase.entry.name);
        return one(
          this.#outlet(scan, phrase) ??
            bodyDraft(
              this.#ofWhom(scan, phrase),
              phrase.name === null ? this.#textOf(scan, phrase) : this.words(scan, ...phrase.name),
              this.discourse,
              this.#owner(scan, phrase, resolved),
              this.at,
            ),
        );
      case "agency":
        return one(
          bodyDraft(phrase, this.#textOf(scan, phrase), this.discourse, this.#owner(scan, phrase, resolved), this.at),
        );
      case "group": {
        const namesake = namesakeOf(scan, phrase, this.discourse);
        if (namesake !== null) return [namesake];
        if (isOfBoth(scan, phrase))
          return severalDrafts(scan, phrase, this.#textOf(scan, phrase), this.discourse, this.at);
        const known = takenUp(scan, phrase, this.discourse);
        if (known !== null) return [known];
        return describedDrafts(scan, this.#ofWhom(scan, phrase), this.#textOf(scan, phrase), this.discourse);
      }
      case "pronoun":
        return resolvePronoun(phrase, scan, this.discourse);
      case "place":
        return one(bearerOf(scan, phrase, this.discourse, this.at));
      default:
        throw new TypeError(`unknown kind: ${phrase.kind satisfies never}`);
    }
  }

  /** “the Secretary and Foreign Minister Rau”, where those are two. */
  #two(scan: Scan, phrase: Phrase, partner: Phrase | null): readonly Draft[] | null {
    if (partner !== null) return null;
    const titles = joinedTitles(scan, phrase);
    if (titles === null) return twoOfOneState(scan, phrase, this.discourse, this.at);
    const named = phrase.name === null ? null : () => this.person(scan, { ...phrase, titles: [titles[1]] }, null);
    return twoByTitles(phrase, titles, named, this.discourse, this.at);
  }

  /** The person a phrase means; behind “and” not the one before it (“the secretary and [the minister]”), and of his country (“Oman's premier and [foreign minister]”). */
  #joined(
    scan: Scan,
    phrase: Phrase,
    partner: Phrase | null,
    resolved: ReadonlyMap<Phrase, readonly Draft[]>,
  ): Draft | null {
    const before = partner === null ? joinedTo(scan, phrase, resolved.keys()) : null;
    if (before === null) return this.person(scan, phrase, partner, resolved);
    const draft = this.person(scan, withCountryOf(phrase, before), null, resolved);
    const [first] = resolved.get(before) ?? [];
    if (draft === null || draft !== first || phrase.det !== "the") return draft;
    return otherOf(first, before, this.discourse) ?? draft;
  }

  /** “the newspaper”: the outlet named before. */
  #outlet(scan: Scan, { entry, ...phrase }: Phrase): Draft | null {
    return entry?.kind === "pattern" && entry.sector === "JRN"
      ? takenUp(scan, { ...phrase, entry }, this.discourse)
      : null;
  }

  /** A phrase with the country of whom it goes by (“the Trudeau government”), or as the world's body that it means. */
  #ofWhom(scan: Scan, phrase: Phrase): Phrase {
    if (phrase.kind === "body" && phrase.entry?.kind !== "pattern") return phrase;
    const country = countryOfLeader(scan, phrase, this.discourse, this.at);
    if (country !== null) return { ...phrase, countries: [country] };
    const own = ofTheState(scan, ofTheCountry(scan, phrase, this.discourse, this.at), this.discourse, this.at);
    return ofTheWorld(scan, own, this.discourse, this.at);
  }

  /** “the Turkish and Greek defence ministries”: one of each country. */
  #bodies(phrase: Phrase, noun: string): readonly Draft[] {
    return phrase.countries.flatMap((country) => {
      const own = { ...phrase, countries: [country] };
      return bodyDraft(own, `${country.name}'s ${noun}`, this.discourse, null, this.at) ?? [];
    });
  }

  /** The person a phrase names or describes; `partner` is its apposition. */
  person(
    scan: Scan,
    phrase: Phrase,
    partner: Phrase | null,
    resolved: ReadonlyMap<Phrase, readonly Draft[]> = new Map(),
  ): Draft | null {
    if (isCompatriot(phrase)) return compatriot(phrase, this.discourse);
    const said = withPossessor(scan, phrase, partner, resolved, this.discourse, this.at);
    const named = phrase.name !== null ? phrase : partner?.name != null ? partner : null;
    if (named?.name != null) {
      const person = namedPerson(
        scan,
        named,
        said,
        this.words(scan, ...(named.name ?? [named.first, named.last])),
        this.discourse,
        this.at,
      );
      if (person !== null && person.sector.length === 0) this.#likeHis(scan, phrase, partner, person);
      return person;
    }
    const pronoun = /^(?:his|her|their)$/.test(phrase.det ?? "")
      ? resolvePronoun(phrase, scan, this.discourse)[0]
      : undefined;
    const draft =
      regionalHead(scan, phrase, this.#textOf(scan, phrase), this.discourse) ??
      resolveTitled(phrase, said, this.discourse, this.at, pronoun ?? null);
    // “Pohamba's spokesman” is called so.
    if (draft?.kind === "unnamed" && said.of !== null && said.of !== phrase.of && phrase.extent !== null)
      draft.name = this.words(scan, ...phrase.extent).replace(/^(?:the|an?) /i, "");
    return draft;
  }

  /** “his Peruvian counterpart, Ana Ruiz”: she holds at home the office he holds. */
  #likeHis(scan: Scan, phrase: Phrase, partner: Phrase | null, person: Draft): void {
    const titled = [phrase, partner].find((p) => /^(?:his|her)$/.test(p?.det ?? ""));
    if (titled == null || !titled.titles.some((t) => this.at.lexicon.words("counterpart").has(t.phrase))) return;
    const [self] = resolvePronoun(titled, scan, this.discourse);
    if (self === undefined || self === person) return;
    person.sector = [...self.sector];
    person.officeKey ??= self.officeKey;
  }

  /** The person a body belongs to: by “his”, by a name (“Merkel's office”, “the office of X”), by “of the head of state”. */
  #owner(scan: Scan, phrase: Phrase, resolved: ReadonlyMap<Phrase, readonly Draft[]>): Draft | null {
    const owner = pronounOwner(scan, phrase, this.discourse);
    if (owner !== null) return owner;
    if (phrase.det === "'s") {
      // “Merkel's office”, “the office of Prime Minister Albanese”
      const isOwner = (p: Phrase): boolean =>
        (p.first === phrase.first && p.last === phrase.last - 2) ||
        (p.last === phrase.last && p.first === phrase.head + 2);
      const own = [...resolved].find(([p]) => isOwner(p));
      return own?.[1][0] ?? null;
    }
    if (phrase.titles.length === 0) return null;
    return resolveTitled(phrase, { ...phrase, of: null }, this.discourse, this.at, null);
  }

  #textOf(scan: Scan, phrase: Phrase): string {
    return this.words(scan, phrase.first, phrase.last);
  }

  /** The text of some tokens. */
  words(scan: Scan, first: number, last: number): string {
    return this.text.slice(scan.tokens[first]?.start ?? 0, scan.tokens[last]?.end ?? 0);
  }
}
