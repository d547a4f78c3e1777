import type { Span } from "../base/span.js";
import type { TitleEntry } from "./phrase.js";

/** How a mention names its actor. */
export type MentionKind = "name" | "title" | "description" | "pronoun";

/** A noun phrase or pronoun that means one or more actors. */
export interface Mention {
  readonly span: Span;
  readonly sentence: number;
  /** First and last token in the sentence, both inside the phrase. */
  readonly first: number;
  readonly last: number;
  /** Token that carries the phrase (“leader” of “the leader of Tajikistan”). */
  readonly head: number;
  readonly kind: MentionKind;
  /** The titles its words give whoever it means, as held now: none behind “former”, no rank below (“deputy”), “leader” only of a country; left out where the words are nobody's title. */
  readonly titles?: readonly TitleEntry[];
  /** Indices into `ActorTable.actors`; several for “the heads of state”. Empty only for a country adjective or the like that names no actor by itself. */
  readonly actors: readonly number[];
  /** The rule that decided who is meant, in words. */
  readonly why: string;
}

/**
 * A noun phrase that is no actor itself but through which an event may reach one: a place (“shelled Ghazni”), a thing that
 * is somebody's (“a ban on Cypriot ships”), a name nothing is known of (“talks with Oldcastle”).
 */
export interface StandIn {
  readonly span: Span;
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly kind: "place" | "thing" | "name";
  /** Index into `ActorTable.actors` of whom the phrase stands for. */
  readonly actor: number;
  readonly why: string;
}

/** Who somebody is, as of the document's day. */
export interface Actor {
  readonly index: number;
  readonly name: string;
  readonly kind: "person" | "organisation" | "country" | "group" | "unnamed";
  /** ISO 3166-1 alpha-3 or PLOVER's other codes; `null` when the text and the tables give none. */
  readonly code: string | null;
  readonly sector: readonly string[];
  /** “President of Russia”, as held on the day. */
  readonly office: string | null;
  /** Office key of the tables: head-of-state, foreign-minister …; `null` when none. */
  readonly officeKey: string | null;
  readonly wikidata: string | null;
  readonly gender: "m" | "f" | null;
  /** ISO birthday, where the tables have it. */
  readonly born: string | null;
  /** What part it can play: a news agency or press service reports, it is party to nothing. */
  readonly role: "party" | "press-service" | "agency" | "outlet";
  /** Only stand-ins mean it: it counts as named when an event is laid at its door. */
  readonly latent: boolean;
  readonly why: string;
}

/** A city, region or site that is where something happens, not who does it. */
export interface PlaceMention {
  readonly span: Span;
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly name: string;
  /** ISO 3166-1 alpha-3; `null` for regions that belong to nobody. */
  readonly country: string | null;
}

/** Everybody an article mentions. */
export interface ActorTable {
  readonly actors: readonly Actor[];
  /** Places, in order. */
  readonly places: readonly PlaceMention[];
  /** All mentions, by sentence and span; mentions may nest (“the leader of [Tajikistan]”). */
  readonly mentions: readonly Mention[];
  /** Phrases that may stand for an actor, by sentence and span. */
  readonly standIns: readonly StandIn[];
  /** Index of whoever says “I” in the article outside quotation marks, where it is somebody's own words. */
  readonly voice?: number | null;
  /** Mentions of a sentence, in order. */
  inSentence(sentence: number): readonly Mention[];
}
