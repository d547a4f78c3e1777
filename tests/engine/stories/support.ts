import type { Article } from "../../../src/engine/document/types.js";
import { readArticle } from "../../../src/engine/read.js";
import { Groups, type Sketch, StoryIndex, sketchOf } from "../../../src/engine/stories/index.js";
import { knowledge } from "../../data/knowledge.js";

/** The sketch of an article. */
export function sketch(article: Article): Sketch {
  return sketchOf(readArticle(article, knowledge), knowledge.stories);
}

/** Groups of articles given by their sketches: places in the list, each group in order, groups by their first. */
export function groupsOf(sketches: readonly Sketch[], kinds: ReadonlySet<string>): number[][] {
  const [index, groups] = [new StoryIndex(), new Groups()];
  for (const one of sketches)
    for (const { kind, left, right } of index.add(one)) if (kinds.has(kind)) groups.join(left, right);
  const found = new Map<string, number[]>();
  sketches.forEach(({ document }, at) => {
    const group = groups.of(document);
    found.set(group, [...(found.get(group) ?? []), at]);
  });
  return [...found.values()];
}

export const REPORT: Article = {
  id: "report",
  title: "Kenya, Ethiopia presidents talk by phone about dam",
  published: "2023-03-14",
  text: `NAIROBI, March 14 (Reuters) - Kenyan President William Ruto spoke by telephone on Tuesday with Ethiopian Prime Minister Abiy Ahmed about the filling of a new reservoir on the Omo river, his office said.

The two leaders agreed that engineers of both countries should measure the level of Lake Turkana together every month, and that fishing villages on its western shore should be warned a week before any sluice is opened.

Ruto thanked Abiy for the maize that Ethiopia had sent to drought-stricken counties in January. Abiy invited him to Addis Ababa to see the turbine hall, according to the statement.

Fishermen in Kalokol have complained that the water has fallen by two metres since the autumn. A local cooperative said that catches of tilapia had halved.

Hydrologists at the university of Eldoret expect the lake to sink further before the rains begin in April. A commission of both countries last sat four years ago.`,
};

/** The same text elsewhere: another headline, the last paragraphs cut, words mistyped, the site's own lines around it. */
export const REPRINTS: readonly Article[] = [
  { ...REPORT, id: "headline", title: "Ruto rings Abiy over falling lake" },
  { ...REPORT, id: "cut", title: "Lake talks", text: REPORT.text.split("\n\n").slice(0, 3).join("\n\n") },
  {
    ...REPORT,
    id: "typos",
    text: REPORT.text.replace("reservoir", "resevoir").replace("engineers", "enginers").replace("tilapia", "tillapia"),
  },
  {
    ...REPORT,
    id: "site",
    text: `Sign up to our daily newsletter.\n\n${REPORT.text}\n\nClick here to read more about Africa. All rights reserved.`,
  },
];

/** The other side's own readout of that call. */
export const OTHER_SIDE: Article = {
  id: "other side",
  title: "Prime Minister Abiy Ahmed holds phone conversation with President of Kenya",
  published: "2023-03-15",
  text: `Prime Minister Abiy Ahmed held a phone conversation with President William Ruto of Kenya on 14 March 2023.

The Prime Minister underlined that hydropower will serve the whole region and that electricity could flow to Nairobi by the end of the year. The sides discussed customs at Moyale and the return of refugees.`,
};

/** The same two a fortnight later, told after the same pattern. */
export const NEXT_CALL: Article = {
  id: "next call",
  title: "Kenya, Ethiopia presidents talk by phone about cattle",
  published: "2023-03-28",
  text: `NAIROBI, March 28 (Reuters) - Kenyan President William Ruto spoke by telephone on Tuesday with Ethiopian Prime Minister Abiy Ahmed about raids on cattle herds near Moyale, his office said.

The two leaders agreed that chiefs of both countries should sit together every month, and that herders should be paid for animals lost since the new year.`,
};

/** Two papers on one fire, and one on another. */
export const FIRES: readonly Article[] = [
  {
    id: "fire 1",
    text: "A fire destroyed the old cannery at Port Alder on Sunday night, and eleven people were taken to hospital with burns. Fire chief Dana Whitlock said the blaze began in a paint store on the ground floor. The cannery, built in 1911, had stood empty since Alder Seafood closed it.",
  },
  {
    id: "fire 2",
    text: "Eleven people have burns after flames tore through a disused cannery in Port Alder. Neighbours saw smoke at about ten o'clock. Paint was kept on the ground floor, according to Dana Whitlock, who leads the brigade. Alder Seafood gave the cannery up years ago.",
  },
  {
    id: "fire 3",
    text: "A fire at a furniture warehouse in Greenhollow burned for six hours on Monday. Nobody was hurt. Brigade spokesman Ola Lind said a forklift battery had overheated while it was charging, and that the roof would have to come down.",
  },
];
