import type { Discourse, Draft } from "./draft.js";
import { emptyDraft } from "./draft.js";
import { type Attributes, type Circumstances, knownPerson } from "./named.js";
import { isSingular, officeOn, type Person } from "./people.js";
import type { Phrase, TitleEntry } from "./phrase.js";

const HEADS: ReadonlySet<string> = new Set(["head-of-state", "head-of-government", "de-facto-leader"]);
const COUNTERPARTS: ReadonlySet<string> = new Set([
  "colleague",
  "counterpart",
  "opposite number",
  "homologue",
  "host",
  "guest",
  "interlocutor",
  "ally",
  "predecessor",
  "successor",
]);

/** Role nouns whose plural means the parties to a contact. */
const PARTIES: ReadonlySet<string> = new Set(["leader", "colleague", "counterpart", "interlocutor", "statesman"]);

/** Offices that many hold at a time: the tables have some of them, and “the envoy” may be any. */
const SHARED: ReadonlySet<string> = new Set([
  "ambassador",
  "assistant-secretary",
  "commissioner",
  "defence-deputy",
  "foreign-deputy",
  "presidential-aide",
  "special-envoy",
]);

/** Offices a title may stand for: “leader” may be either head. */
function officesOf(title: TitleEntry): ReadonlySet<string> {
  if (title.office !== null && !["leader", "ruler"].includes(title.phrase)) return new Set([title.office]);
  if (["leader", "ruler", "strongman", "chief", "statesman"].includes(title.phrase)) return HEADS;
  return new Set();
}

/**
 * Who is meant by a title without a name: “the Russian president”, “the Secretary”, “his Kazakh counterpart”.
 *
 * @param possessor The person “his” or “her” means, for counterparts.
 */
export function resolveTitled(
  phrase: Phrase,
  said: Attributes,
  discourse: Discourse,
  at: Circumstances,
  possessor: Draft | null,
): Draft | null {
  const title = phrase.titles[0];
  if (title === undefined) return null;
  if (COUNTERPARTS.has(title.phrase)) return counterpart(phrase, said, discourse, at, possessor);
  const codes = new Set([
    ...said.countries.map((c) => c.code),
    ...(said.of?.code === undefined || said.of.code === null ? [] : [said.of.code]),
  ]);
  if (/^(?:an?|any|another|some)$/.test(phrase.det ?? "")) return unnamedOfficial(phrase, said, discourse, at);
  // Two envoys of one country are two where they are sent to two.
  const inText = phrase.post !== null ? null : earlierBearer(title, said, codes, discourse, at.home);
  if (inText !== null) return inText;
  const offices = officesOf(title);
  const byTable =
    said.former || said.deputy || [...offices].some((o) => SHARED.has(o)) ? null : holderByTable(offices, said, at);
  if (byTable !== null) return knownPerson(discourse, byTable, said, at);
  if (codes.size === 0 && (phrase.det === "the" || phrase.det === null) && !said.deputy) {
    const holder = discourse.recent((d) => d.officeKey !== null && offices.has(d.officeKey));
    if (holder !== null) return holder;
  }
  return unnamedOfficial(phrase, said, discourse, at);
}

/** “the pope” is no president: a head of state's own title must be in the office's name. */
function namesOffice(title: TitleEntry, draft: Draft): boolean {
  if (title.office !== "head-of-state" || title.use === "role" || /^(?:head|leader|ruler)/.test(title.phrase))
    return true;
  return draft.office?.toLowerCase().includes(title.phrase.split(" ").at(-1) ?? title.phrase) ?? false;
}

/** Somebody the article has already called so, of that country if one is named; of several, the report's own side first. */
function earlierBearer(
  title: TitleEntry,
  said: Attributes,
  codes: ReadonlySet<string>,
  discourse: Discourse,
  home: string | null,
): Draft | null {
  const offices = officesOf(title);
  const fits = (d: Draft): boolean => {
    if (d.kind !== "person") return false;
    if (codes.size > 0 && (d.code === null || !codes.has(d.code))) return false;
    if (said.former && d.sector[0] !== "ELI") return false;
    if (d.titles.has(title.phrase)) return true;
    if (
      said.titles.length === 1 &&
      [...d.titles].some((t) => t.endsWith(` ${title.phrase}`) || t.startsWith(`${title.phrase} `))
    )
      return true;
    return d.officeKey !== null && offices.has(d.officeKey) && !said.deputy && namesOffice(title, d);
  };
  if (codes.size > 0) return discourse.recent(fits);
  const recent = discourse.recent(fits);
  if (recent === null || said.deputy) return recent;
  const own = discourse.recent((d) => fits(d) && d.code !== null && d.code === home);
  return own ?? (home === null ? discourse.firstNamed(fits) : null) ?? recent;
}

function holderByTable(offices: ReadonlySet<string>, said: Attributes, at: Circumstances): Person | null {
  const [country] = said.countries;
  // A government's own text leaves its own country out: “The President spoke today with …”.
  const key =
    said.of?.kind === "organisation" ? said.of.key : (country?.code ?? (said.of === null ? at.publisher : null));
  if (key === null) return null;
  const found = new Set<Person>();
  for (const office of [...offices].sort()) {
    for (const person of at.fullNames) if (personHeld(person, key, office, at)) found.add(person);
    if (at.day !== null && found.size === 0)
      for (const person of at.lexicon.holders(key, office, at.day)) found.add(person);
    if (found.size === 1) break;
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function personHeld(person: Person, key: string, office: string, at: Circumstances): boolean {
  const spells = at.day === null ? person.spells : person.spells.filter((s) => s === officeOn(person, at.day ?? ""));
  return spells.some((s) => s.country === key && s.office === office);
}

/** “his colleague”, “the French counterpart”: the other party, or the holder of the same office elsewhere. */
function counterpart(
  phrase: Phrase,
  said: Attributes,
  discourse: Discourse,
  at: Circumstances,
  possessor: Draft | null,
): Draft | null {
  const codes = new Set(said.countries.map((c) => c.code));
  const self = possessor ?? discourse.principals(() => true)[0] ?? null;
  if (codes.size > 0) {
    const known = discourse.recent(
      (d) =>
        d.kind === "person" &&
        d !== self &&
        d.code !== null &&
        codes.has(d.code) &&
        (self?.officeKey == null || d.officeKey === self.officeKey),
    );
    if (known !== null) return known;
    const office = self?.officeKey ?? null;
    const byTable = office === null ? null : holderByTable(new Set([office]), said, at);
    if (byTable !== null) return knownPerson(discourse, byTable, said, at);
    const heads = office !== null && HEADS.has(office) ? holderByTable(HEADS, said, at) : null;
    return heads !== null ? knownPerson(discourse, heads, said, at) : unnamedOfficial(phrase, said, discourse, at);
  }
  if (phrase.det === "a" || phrase.det === "an") return null;
  const others = discourse.principals((d) => d !== self && d.code !== self?.code && d.code !== null);
  return others[0] ?? null;
}

/** An official the text does not name: an actor by description. */
function unnamedOfficial(phrase: Phrase, said: Attributes, discourse: Discourse, at: Circumstances): Draft | null {
  const title = phrase.titles[0];
  if (
    title === undefined ||
    title.use === "honorific" ||
    (title.use === "role" && said.countries.length === 0 && said.of === null)
  )
    return null;
  const code = said.countries[0]?.code ?? said.of?.code ?? (/^(?:GOV|MIL)/.test(title.sector) ? at.publisher : null);
  const owner = said.countries[0]?.name ?? said.of?.name ?? null;
  const sent = phrase.post?.name ?? null;
  const rank = `${said.former ? "former " : ""}${said.deputy ? "deputy " : ""}`;
  const phraseName = `${rank}${title.phrase}${owner === null ? "" : ` of ${owner}`}${sent === null ? "" : ` to ${sent}`}`;
  const draft = discourse.obtain(`title:${phraseName}`, () =>
    emptyDraft(phraseName, "unnamed", "an office-holder the text does not name"),
  );
  draft.code ??= code;
  draft.titles.add(title.phrase);
  if (draft.sector.length === 0 && title.sector === "" && said.of?.sector) draft.sector = said.of.sector.split("|");
  if (draft.sector.length === 0 && title.sector !== "") draft.sector = said.former ? ["ELI"] : title.sector.split("|");
  draft.officeKey ??= said.deputy || said.former ? null : title.office;
  return draft;
}

/** Everyone a plural title means: by the countries it names, else the principals of the article. */
export function resolvePlural(phrase: Phrase, discourse: Discourse, at: Circumstances): readonly Draft[] {
  const title = phrase.titles[0];
  const offices = title === undefined ? HEADS : new Set([...officesOf(title)].filter(isSingular));
  if (phrase.countries.length >= 2) {
    const drafts = phrase.countries.map((country) => {
      const code = country.code;
      const known = discourse.recent(
        (d) =>
          d.kind === "person" &&
          d.code === code &&
          (offices.size === 0 || (d.officeKey !== null && offices.has(d.officeKey))),
      );
      if (known !== null) return known;
      const said: Attributes = {
        titles: phrase.titles,
        countries: [country],
        of: null,
        former: false,
        elect: false,
        deputy: false,
      };
      const byTable = holderByTable(offices, said, at);
      return byTable === null ? null : knownPerson(discourse, byTable, said, at);
    });
    return [...new Set(drafts.flatMap((d) => (d === null ? [] : [d])))];
  }
  if (phrase.det === null && phrase.count === null && phrase.first > 0) return [];
  if (phrase.countries.length === 1 || (phrase.det !== "the" && phrase.det !== null && phrase.count === null))
    return [];
  if (title !== undefined && !/^(?:GOV|$)/.test(title.sector)) return [];
  if (title !== undefined && title.use === "role" && !PARTIES.has(title.phrase)) return [];
  return principalsOf(phrase, discourse, offices);
}

function principalsOf(phrase: Phrase, discourse: Discourse, offices: ReadonlySet<string>): readonly Draft[] {
  const eligible = discourse.principals(
    (d) => d.role === "party" && d.sector[0] !== "ELI" && d.sector[0] !== "JRN" && !isVoice(d),
  );
  const held = eligible.filter((d) => d.officeKey !== null && offices.has(d.officeKey));
  const pool = held.length >= 2 ? held : eligible;
  const chosen: Draft[] = [];
  const most = phrase.count ?? 2;
  for (const draft of pool) {
    if (chosen.length >= most) break;
    if (draft.code === null || chosen.every((c) => c.code !== draft.code)) chosen.push(draft);
  }
  return chosen.length >= 2 ? chosen : [];
}

function isVoice(draft: Draft): boolean {
  return draft.officeKey === "spokesperson" || [...draft.titles].some((t) => /^(?:press secretary|spokes)/.test(t));
}
