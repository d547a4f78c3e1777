/** Generated diplomatic news for the measures of the ledger: the same articles every time, a tenth of them altered copies. */

/** An article as a line of JSON Lines gives it. */
export interface GeneratedArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
  readonly outlet: string;
  /** Id of the article this is a copy of. */
  readonly copyOf?: string;
}

const LEADERS = [
  ["Kenyan President William Ruto", "Ruto", "Nairobi"],
  ["Ethiopian Prime Minister Abiy Ahmed", "Abiy", "Addis Ababa"],
  ["Chilean President Gabriel Boric", "Boric", "Santiago"],
  ["Finnish President Sauli Niinisto", "Niinisto", "Helsinki"],
  ["Kazakh President Kassym-Jomart Tokayev", "Tokayev", "Astana"],
  ["Uzbek President Shavkat Mirziyoyev", "Mirziyoyev", "Tashkent"],
  ["French President Emmanuel Macron", "Macron", "Paris"],
  ["German Chancellor Olaf Scholz", "Scholz", "Berlin"],
  ["Japanese Prime Minister Fumio Kishida", "Kishida", "Tokyo"],
  ["Indonesian President Joko Widodo", "Widodo", "Jakarta"],
  ["Polish President Andrzej Duda", "Duda", "Warsaw"],
  ["Turkish President Recep Tayyip Erdogan", "Erdogan", "Ankara"],
  ["Egyptian President Abdel Fattah el-Sisi", "Sisi", "Cairo"],
  ["South African President Cyril Ramaphosa", "Ramaphosa", "Pretoria"],
  ["Canadian Prime Minister Justin Trudeau", "Trudeau", "Ottawa"],
  ["Vietnamese Prime Minister Pham Minh Chinh", "Chinh", "Hanoi"],
] as const;
const CONTACTS = ["spoke by telephone with", "met in the capital with", "held a video call with", "received"] as const;
const TOPICS = "the price of winter wheat|a bridge over the border river|visas for seasonal workers|the return of museum pieces|a gas pipeline under the strait|fishing quotas|flights between the two capitals|a railway to the coast|flood relief|a tax treaty|the training of customs officers|nuclear safety|the shared reservoir|migrants stranded at the frontier|a satellite launch|cheaper credit for ports".split("|"); // biome-ignore format: one line reads best
const PROMISES = "keep in close contact|send experts within a month|open a second crossing|resume talks in the spring|exchange lists of prisoners|draft a joint plan|cut tariffs on fruit|share weather data".split("|"); // biome-ignore format: one line reads best
const NOUNS = "harbour|orchard|turbine|archive|valley|committee|granary|lighthouse|pension|ferry|vineyard|glacier|workshop|barracks|canal|museum|clinic|tunnel|refinery|village|stadium|quarry|forest|mill|school|dairy|bakery|dam|mine|parish".split("|"); // biome-ignore format: one line reads best
const VERBS = "criticised|praised|rejected|inspected|financed|rebuilt|sanctioned|visited|threatened to close|helped to repair|accused the owners of|promised to protect".split("|"); // biome-ignore format: one line reads best
const OUTLETS = ["Lake Post", "Harbour Times", "The Meridian", "Northern Herald", "Daily Compass", "Capital Wire"];
const AGENCIES = ["Reuters", "AP", "AFP", "TASS", "Xinhua"];

/** A small linear congruential generator: chance that is the same every time. */
function makeChance(seed: number) {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  return { next, pick: <T>(from: readonly T[]): T => from[next(from.length)] as T }; // an index below its length
}

const FIRST_DAY = Date.UTC(2022, 0, 3);
/** Articles a day: a desk's week of reading is some thousands. */
const A_DAY = 40;
const KEPT = 500;

/** Generates articles of about 300 words. */
export function* generateArticles(count: number, seed = 20240306): Generator<GeneratedArticle> {
  const chance = makeChance(seed);
  const recent: GeneratedArticle[] = [];
  for (let i = 0; i < count; i++) {
    const original = recent.length > 20 && chance.next(10) === 0 ? chance.pick(recent.slice(-60)) : null;
    const day = new Date(FIRST_DAY + Math.floor(i / A_DAY) * 86_400_000).toISOString().slice(0, 10);
    const article = original === null ? write(i, day, chance) : alter(i, original, chance);
    if (original === null) recent.push(article);
    if (recent.length > KEPT) recent.shift();
    yield article;
  }
}

type Chance = ReturnType<typeof makeChance>;

function write(i: number, day: string, chance: Chance): GeneratedArticle {
  const [a, shortA, place] = chance.pick(LEADERS);
  const others = LEADERS.filter(([name]) => name !== a);
  const [[b, shortB], [c, shortC]] = [chance.pick(others), chance.pick(others)];
  const [topic, promise] = [chance.pick(TOPICS), chance.pick(PROMISES)];
  const filler = (): string =>
    `The ${chance.pick(NOUNS)} of ${nameOf(chance)}, built in ${1800 + chance.next(200)}, lies ${chance.next(90) + 3} kilometres from the ${chance.pick(NOUNS)} at ${nameOf(chance)}, where ${chance.next(900) + 12} people worked until the ${chance.pick(NOUNS)} was sold.`;
  const deed = (): string => `${chance.pick([shortA, shortB, shortC])} ${chance.pick(VERBS)} the ${chance.pick(NOUNS)} at ${nameOf(chance)} on ${chance.pick(["Monday", "Tuesday", "Friday"])}.`; // biome-ignore format: one line reads best
  const paragraphs = [
    `${place.toUpperCase()} (${chance.pick(AGENCIES)}) - ${a} ${chance.pick(CONTACTS)} ${b} on ${chance.pick(["Monday", "Wednesday", "Thursday"])} to discuss ${topic}, the ${shortA} office said.`,
    `The two leaders agreed to ${promise}. "We want ${topic} settled before ${nameOf(chance)} freezes," ${shortA} said. ${shortB} told reporters that his country would ${chance.pick(PROMISES)}.`,
    `${filler()} ${deed()} ${filler()}`,
    `${c} said in a statement that the talks on ${chance.pick(TOPICS)} had been useful. ${deed()} ${filler()}`,
    `${filler()} ${filler()} ${deed()} ${filler()}`,
    `${shortB} last met ${shortA} in ${2015 + chance.next(6)}. ${filler()}`,
  ];
  return {
    id: `g${i}`,
    title: `${shortA}, ${shortB} discuss ${topic}`,
    text: paragraphs.join("\n\n"),
    published: day,
    outlet: chance.pick(OUTLETS),
  };
}

const SYLLABLES = "ka|ri|mo|ten|vel|sha|dor|lin|ush|bre|gan|tov|el|ost|mir|zan".split("|");

/** A place that is nowhere. */
function nameOf(chance: Chance): string {
  const name = Array.from({ length: 3 }, () => chance.pick(SYLLABLES)).join("");
  return `${name[0]?.toUpperCase()}${name.slice(1)}`;
}

/** Another outlet's copy: its own headline, an end cut off, words mistyped, lines of the site's own. */
function alter(i: number, original: GeneratedArticle, chance: Chance): GeneratedArticle {
  let paragraphs = original.text.split("\n\n");
  if (chance.next(2) === 0) paragraphs = paragraphs.slice(0, 3 + chance.next(3));
  let text = paragraphs.join("\n\n");
  for (let n = chance.next(4); n > 0; n--) {
    const at = chance.next(text.length - 3);
    if (/^[a-z]{3}$/.test(text.slice(at, at + 3))) text = `${text.slice(0, at + 1)}${text.slice(at + 2)}`;
  }
  if (chance.next(2) === 0) text = `Sign up to our daily newsletter.\n\n${text}\n\nClick here to read more.`;
  const title = chance.next(2) === 0 ? `${original.title}: report` : `What was said on ${chance.pick(TOPICS)}`;
  return { ...original, id: `g${i}`, title, text, outlet: chance.pick(OUTLETS), copyOf: original.id };
}
