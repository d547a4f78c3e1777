import { readdirSync, readFileSync } from "node:fs";
import type { Actor, ActorTable, Mention } from "../../../src/engine/actors/types.js";
import { bySpan, type Span } from "../../../src/engine/base/span.js";
import { ClaimModel, type ClaimReading, makeClaimLexicon, readClaims } from "../../../src/engine/claims/index.js";
import { loadLanguageModel } from "../../../src/engine/language/index.js";
import type { Sentence } from "../../../src/engine/language/types.js";
import { language } from "../language/support.js";

const FOLDER = new URL("../../../data/claims/", import.meta.url);

/** The texts of `data/claims`, by path relative to `data/`. */
export function claimTables(): Map<string, string> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".tsv"));
  return new Map(names.map((name) => [`claims/${name}`, readFileSync(new URL(name, FOLDER), "utf8")]));
}

/** The trained model that goes with the tables. */
export const model = new ClaimModel(loadLanguageModel(new Uint8Array(readFileSync("models/claims.bin"))));

export const lexicon = makeClaimLexicon(claimTables(), model);

/** Somebody a test knows: the phrases that mean them; every one is found wherever it stands as a whole word. */
export interface Somebody {
  readonly as: readonly string[];
  readonly kind?: Actor["kind"];
  readonly role?: Actor["role"];
  readonly gender?: Actor["gender"];
  readonly wikidata?: string;
  readonly sector?: Actor["sector"];
}

/** Paragraphs of a text, one a line. */
export function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].map((m) => [m.index, m.index + m[0].length]);
}

/** An actor table from a test's own list, by name. */
export function tableOf(
  text: string,
  sentences: readonly Sentence[],
  people: Readonly<Record<string, Somebody>>,
): ActorTable {
  const entries = Object.entries(people);
  const actors = entries.map(([name, who], index): Actor => {
    const blank = { code: null, office: null, officeKey: null, born: null };
    const { kind = "person", role = "party", gender = null, wikidata = null, sector = [] } = who;
    return { index, name, kind, role, gender, wikidata, sector, ...blank, latent: false, why: "given by the test" };
  });
  const mentions = entries.flatMap(([, who], index) =>
    who.as.flatMap((phrase) => mentionsOf(text, sentences, phrase, index)),
  );
  mentions.sort((a, b) => bySpan(a.span, b.span));
  const places: ActorTable["places"] = [];
  return { actors, mentions, places, standIns: [], inSentence: (s) => mentions.filter((m) => m.sentence === s) };
}

function mentionsOf(text: string, sentences: readonly Sentence[], phrase: string, actor: number): Mention[] {
  const found: Mention[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const span: Span = [at, at + phrase.length];
    const sentence = sentences.find((s) => s.span[0] <= at && at < s.span[1]);
    const tokens = sentence?.tokens.filter((t) => t.start >= span[0] && t.end <= span[1]) ?? [];
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (sentence === undefined || first?.start !== span[0] || last?.end !== span[1]) continue;
    const of = tokens.findIndex((t) => t.lower === "of");
    const head = (of > 0 ? tokens[of - 1] : last) ?? last;
    const kind = /^(?:he|she|him|her|it|they)$/i.test(phrase) ? "pronoun" : /^the /i.test(phrase) ? "title" : "name";
    found.push({
      span,
      sentence: sentence.index,
      first: first.index,
      last: last.index,
      head: head.index,
      kind,
      actors: [actor],
      why: "",
    });
  }
  return found;
}

/** The claims of a text. @param agency Name of the agency whose report it is, among `people`. @param outlet Who published it. */
export function read(
  text: string,
  people: Readonly<Record<string, Somebody>> = {},
  agency: string | null = null,
  outlet: string | null = null,
): ClaimReading {
  const paragraphs = paragraphsOf(text);
  const sentences = language.analyse(text, paragraphs);
  const document = {
    title: null,
    paragraphs,
    agency: agency === null ? null : { name: agency, span: [0, 0] as const },
  };
  return readClaims({ text, document, sentences, actors: tableOf(text, sentences, people), outlet }, lexicon);
}

/** A claim in words. */
export interface Told {
  readonly kind: string;
  readonly act: string;
  readonly stance: string;
  readonly content: string;
  readonly cue: string | null;
  readonly source: string | null;
  readonly speaker: string | null;
  readonly addressee: string | null;
  readonly chain: readonly string[];
}

export function tell(
  text: string,
  people: Readonly<Record<string, Somebody>> = {},
  agency: string | null = null,
  outlet: string | null = null,
): Told[] {
  const { claims, actors } = read(text, people, agency, outlet);
  const at = (span: Span | null): string | null => (span === null ? null : text.slice(...span));
  const name = (index: number | null): string | null => (index === null ? null : (actors.actors[index]?.name ?? "?"));
  return claims.map((c) => ({
    kind: c.kind,
    act: c.act,
    stance: c.stance,
    content: text.slice(...c.content),
    cue: at(c.cue),
    source: at(c.source),
    speaker: name(c.speaker),
    addressee: name(c.addressee),
    chain: c.chain.map((l) => `${name(l.actor)} (${l.as}${l.via === null ? "" : `, ${l.via}`})`),
  }));
}
