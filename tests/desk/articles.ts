import type { Article } from "../../src/engine/document/types.js";

/** One side's own readout of a call. */
export const KAZAKH_READOUT: Article = {
  id: "akorda",
  title: "Kassym-Jomart Tokayev speaks by telephone with Japanese Prime Minister Fumio Kishida",
  published: "2023-02-07",
  outlet: "Akorda",
  text: `ASTANA, February 7. Kazakh President Kassym-Jomart Tokayev held a telephone conversation with Japanese Prime Minister Fumio Kishida on Tuesday, the Akorda press service said.

The two leaders discussed the supply of uranium and the Middle Corridor. They agreed to open a joint school for railway engineers in Almaty by 1 September 2023. Tokayev invited Kishida to pay a visit to Astana.`,
};

/** The other side's, of the day after, which tells of things the first is silent about. */
export const JAPANESE_READOUT: Article = {
  id: "kantei",
  title: "Japan-Kazakhstan summit telephone talk",
  published: "2023-02-08",
  outlet: "Kantei",
  text: `TOKYO, February 8. Japanese Prime Minister Fumio Kishida held a telephone conversation with Kazakh President Kassym-Jomart Tokayev on 7 February 2023, the Japanese Foreign Ministry said.

The two leaders discussed the supply of uranium and the situation in Ukraine. They agreed to open a joint school for railway engineers in Almaty.`,
};

/** A paper's report of that call, and another's copy of it. */
export const REPORT: Article = {
  id: "paper",
  title: "Tokayev, Kishida talk railways",
  published: "2023-02-07",
  outlet: "Steppe Courier",
  text: `ASTANA, February 7 (Reuters) - Kazakh President Kassym-Jomart Tokayev spoke by telephone on Tuesday with Japanese Prime Minister Fumio Kishida about uranium deliveries, his office said.

Analysts in Almaty expect prices to climb further this spring, as three mines on the Syr Darya are closed for repairs until the snow has gone. A mill at Stepnogorsk lost a third of its workers last autumn.

Traders in Osaka said stocks would last through June. One of them, who has bought from the region since the nineties, called the winter quiet.`,
};
export const COPY: Article = {
  ...REPORT,
  id: "copy",
  title: "Uranium on the line",
  outlet: "Morning Ledger",
};

/** A meeting that is announced, and is put off. */
export const PLANNED: Article = {
  id: "planned",
  title: "Kishida to visit Astana",
  published: "2023-03-01",
  outlet: "Steppe Courier",
  text: `TOKYO, March 1 (Kyodo) - Japanese Prime Minister Fumio Kishida will meet Kazakh President Kassym-Jomart Tokayev in Astana on 20 March 2023, a government spokesman said on Wednesday.`,
};
export const POSTPONED: Article = {
  id: "postponed",
  title: "Kishida puts off trip",
  published: "2023-03-15",
  outlet: "Steppe Courier",
  text: `TOKYO, March 15 (Kyodo) - The meeting between Japanese Prime Minister Fumio Kishida and Kazakh President Kassym-Jomart Tokayev planned for 20 March 2023 has been postponed, a government spokesman said on Wednesday.`,
};

/** Half a year on: the promise is made again. */
export const AGAIN: Article = {
  id: "again",
  title: "Kishida meets Tokayev in New York",
  published: "2023-09-20",
  outlet: "Steppe Courier",
  text: `NEW YORK, September 20 (Kyodo) - Japanese Prime Minister Fumio Kishida met Kazakh President Kassym-Jomart Tokayev in New York on Wednesday to discuss railways.

The two leaders agreed to open the joint school of railway engineers in Almaty in the spring. They also agreed to exchange students of medicine.`,
};

/** Other countries, and a greeting. */
export const OTHERS: Article = {
  id: "others",
  title: "Chile and Finland sign",
  published: "2023-02-09",
  outlet: "Harbour Times",
  text: `SANTIAGO, February 9 (AP) - Chilean President Gabriel Boric met Finnish President Sauli Niinisto in Santiago on Thursday. They discussed copper.`,
};
export const GREETING: Article = {
  id: "greeting",
  title: "Tokayev congratulates Kishida on birthday",
  published: "2023-07-29",
  outlet: "Akorda",
  text: `ASTANA, July 29. Kazakh President Kassym-Jomart Tokayev sent a telegram to Japanese Prime Minister Fumio Kishida on Saturday to congratulate him on his birthday, the Akorda press service said.`,
};
/** An accusation between the two. */
export const ACCUSATION: Article = {
  id: "accusation",
  title: "Japan accuses Kazakhstan over fish",
  published: "2023-05-10",
  outlet: "Harbour Times",
  text: `TOKYO, May 10 (AP) - Japan accused Kazakhstan on Wednesday of breaking a contract for the delivery of sturgeon.`,
};

export const ALL: readonly Article[] = [
  KAZAKH_READOUT, JAPANESE_READOUT, REPORT, COPY, PLANNED, POSTPONED, AGAIN, OTHERS, GREETING, ACCUSATION,
]; // biome-ignore format: one line reads best
