import { type Discourse, type Draft, emptyDraft } from "./draft.js";
import type { ActorLexicon } from "./lexicon.js";
import type { Attributes, Circumstances } from "./named.js";
import { isNational } from "./national.js";
import type { TitleEntry } from "./phrase.js";
import { headsNoState } from "./titled.js";

/** A title's sector; “chief negotiator of the Front”, “spokesman of the movement” have their body's. */
function sectorSaid(said: Attributes, titled: TitleEntry | null, lexicon: ActorLexicon): string {
  const { titles, of } = said;
  const theirs = titles.length > 0 ? (of?.sector ?? "") : "";
  if (titled === null) return theirs;
  if (sitsInHouse(said, titled, lexicon)) return "LEG";
  if (headsNoState(titled, of)) return theirs;
  const general = titled.sector === "GOV" && /^(?:official|envoy)$/.test(titled.level ?? "");
  return general && theirs !== "" && !/^(?:GOV|MIL|IGO)/.test(theirs) ? theirs : titled.sector;
}

/** Countries with a house of representatives whose members are titled so in English. */
const HOUSES: ReadonlySet<string> = new Set(["PHL", "USA"]);

/** “Representative Liz Cheney” sits in a house; “Palestinian representative X” stands for his government. */
function sitsInHouse({ countries, of }: Attributes, { phrase }: TitleEntry, lexicon: ActorLexicon): boolean {
  if (!lexicon.words("lawmaker").has(phrase) || of !== null) return false;
  return countries.every(({ code }) => HOUSES.has(code));
}

/** The draft of a person no table has, by the words of the text. */
export function unknownPerson(
  discourse: Discourse,
  name: string,
  words: readonly string[],
  said: Attributes,
  at: Circumstances,
): Draft {
  const last = words.at(-1) ?? name;
  const code = said.countries[0]?.code ?? said.of?.code ?? null;
  const earlier = discourse.recentOf(
    last,
    (d) =>
      d.kind === "person" &&
      d.words.at(-1) === last &&
      (words.length === 1 || d.words.length === 1 || d.words[0] === words[0]) &&
      (code === null || d.code === null || d.assumed || d.code === code),
  );
  const draft =
    earlier ??
    discourse.obtain(`name:${words.join(" ")}`, () => ({
      ...emptyDraft(name, "person", `“${name}”, by the text alone`),
      words,
      gender: at.lexicon.givenNames.get(words[0] ?? "") ?? null,
    }));
  if (name.length > draft.name.length && draft.person === null) draft.name = name;
  for (const title of said.titles) draft.titles.add(title.phrase);
  if (draft.person !== null) return draft;
  if (code !== null && (draft.code === null || draft.assumed)) [draft.code, draft.assumed] = [code, false];
  const titled = said.titles.find((t) => t.sector !== "") ?? null;
  const sector = sectorSaid(said, titled, at.lexicon);
  if (sector !== "" && draft.sector.length === 0)
    draft.sector = said.former || said.elect ? ["ELI"] : sector.split("|");
  draft.gender ??= said.titles.find((t) => t.gender !== null)?.gender ?? null;
  if (draft.code === null && at.publisher !== null && titled !== null && /^(?:GOV|MIL|SPY)/.test(titled.sector)) {
    draft.code = at.publisher;
    draft.why = `“${name}”, an official without a country in a text published by that government`;
  }
  if (draft.code === null && at.home !== null && isNational(said)) {
    [draft.code, draft.assumed] = [at.home, true];
    draft.why = `“${name}”, a national official without a country in a report from there`;
  }
  if (draft.office === null && titled !== null && !said.former) {
    const country = said.countries[0]?.name ?? said.of?.name ?? null;
    draft.office = `${said.deputy ? "deputy " : ""}${titled.phrase}${country === null ? "" : ` of ${country}`}`;
    draft.officeKey = said.deputy || headsNoState(titled, said.of) ? null : titled.office;
  }
  return draft;
}
