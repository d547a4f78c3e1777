import { describe, expect, test } from "vitest";
import { read, tell } from "./support.js";

const PEOPLE = {
  "Ana Ruiz": { as: ["Ana Ruiz", "Ruiz", "the Lurian leader"], gender: "f" },
  "Nils Berg": { as: ["Nils Berg", "Berg"], gender: "m", wikidata: "Q1" },
  "Robin Holm": { as: ["Robin Holm"], gender: "m" },
  "Lurian press service": {
    as: ["the press service", "the Lurian press service"],
    kind: "organisation",
    role: "press-service",
  },
  Norpress: { as: ["Norpress"], kind: "organisation", role: "agency" },
} as const;

const speakers = (text: string): (string | null)[] =>
  tell(text, PEOPLE)
    .filter((c) => c.act === "speech")
    .map((c) => c.speaker);

describe("who speaks", () => {
  test.each([
    ["a name", "“The road is open,” Ruiz said.", ["Ana Ruiz"]],
    ["a title", "“The road is open,” the Lurian leader said.", ["Ana Ruiz"]],
    ["a pronoun goes on", "Berg said it was late. “The road is open,” he said.", ["Nils Berg", "Nils Berg"]],
    ["a pronoun of the other gender does not", "Berg said it was late. “It is open,” she said.", ["Nils Berg", null]],
    [
      "a guessed gender gives way",
      "Robin Holm said it was late. “It is open,” she said.",
      ["Robin Holm", "Robin Holm"],
    ],
    ["somebody named since", "Ruiz said it was late.\nBerg came in. “It is open,” he said.", ["Ana Ruiz", "Nils Berg"]],
    [
      "somebody named since, whatever a page says",
      "Ruiz said it was late.\nBerg wrote a letter. “It is open,” he wrote, according to the press service.",
      ["Ana Ruiz", "Lurian press service", "Nils Berg"],
    ],
    [
      "a statement is whose it was told to be",
      "It was late, the press service said.\nNils Berg made this known in a statement. “The road is open,” the statement said.",
      ["Lurian press service", "Nils Berg"],
    ],
    ["a quotation alone", "“It is open,” Berg said.\n“We cleared it in the night.”", ["Nils Berg", "Nils Berg"]],
    ["apposition", "The governor, Nils Berg, said the road was open.", ["Nils Berg"]],
    ["a name after the office, between commas", "The keeper, Nils Berg, said the road was open.", ["Nils Berg"]],
    [
      "a lone name that “she” takes up",
      "Westerlind said the road was open.\n“It was hard work,” she said.",
      ["Westerlind", "Westerlind"],
    ],
    ["an unknown person", "“It is open,” said Eva Holm. Holm added that it rained.", ["Eva Holm", "Eva Holm"]],
  ])("%s", (_, text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  test("an unnamed source is an actor named by its phrase, met again by its noun", () => {
    const { actors, claims } = read(
      "A senior official familiar with the talks said the road was open. The official added that it rained.",
    );
    expect(actors.actors.map((a) => [a.name, a.kind])).toEqual([
      ["senior official familiar with the talks", "unnamed"],
    ]);
    expect(claims.map((c) => c.speaker)).toEqual([0, 0]);
    expect(actors.mentions.map((m) => m.actors)).toEqual([[0], [0]]);
  });

  test("another official is somebody else", () => {
    expect(speakers("A senior official said the road was open. Another official said it was closed.")).toEqual([
      "senior official",
      "Another official",
    ]);
  });

  test("first person inside a quotation makes no claim of its own", () => {
    expect(speakers("“I said the road was open,” Ruiz said.")).toEqual(["Ana Ruiz"]);
  });
});

describe("letters and messages", () => {
  const telegram =
    "Ruiz sent a congratulatory telegram to Berg. “You have opened the road to all of us,” the message reads.";

  test("a telegram's words are its sender's, to its recipient", () => {
    expect(tell(telegram, PEOPLE).filter((c) => c.kind === "direct")).toEqual([
      expect.objectContaining({ source: "the message", speaker: "Ana Ruiz", addressee: "Nils Berg" }),
    ]);
  });

  test("without a letter the message is the standing source's", () => {
    const text = "The leaders spoke on Monday, the Lurian press service said. “They agreed to meet,” the message says.";
    expect(speakers(text)).toEqual(["Lurian press service", "Lurian press service"]);
  });

  test("second person in the sender's later words", () => {
    const found = tell(`${telegram} “I wish you good health,” Ruiz concluded.`, PEOPLE);
    expect(found.at(-1)).toMatchObject({ speaker: "Ana Ruiz", addressee: "Nils Berg" });
  });

  test("told names the addressee", () => {
    expect(tell("Ruiz told Berg that the road was open.", PEOPLE)[0]).toMatchObject({
      speaker: "Ana Ruiz",
      addressee: "Nils Berg",
    });
  });

  test.each([
    "“It is open,” Ruiz said on her website.",
    "“You must see it,” Ruiz said.",
  ])("no addressee: %s", (text) => {
    expect(tell(text, PEOPLE).map((c) => c.addressee)).toEqual([null]);
  });
});

describe("the chain", () => {
  test.each([
    ["the outlet comes first", "Lurian Post", ["Lurian Post (outlet)", "Norpress (agency)", "Ana Ruiz (speaker)"]],
    ["once where it is the agency itself", "Norpress", ["Norpress (agency)", "Ana Ruiz (speaker)"]],
    ["without one the agency does", null, ["Norpress (agency)", "Ana Ruiz (speaker)"]],
  ])("%s", (_, outlet, chain) => {
    const text = "OSLO, Norpress. “It is open,” Ruiz said.";
    expect(tell(text, PEOPLE, "Norpress", outlet).map((c) => c.chain)).toEqual([chain]);
  });

  test("an article without claims makes no actor of its outlet", () => {
    expect(read("It rained all day.", {}, null, "Lurian Post").actors.actors).toEqual([]);
  });

  test("agency, press service, speaker", () => {
    const text = "Ruiz said that the road was open, Norpress reports with reference to the Lurian press service.";
    const found = tell(text, PEOPLE, "Norpress");
    expect(found.map((c) => c.chain)).toEqual([
      ["Norpress (agency)", "Lurian press service (press-service)"],
      ["Norpress (agency)", "Lurian press service (press-service)", "Ana Ruiz (speaker)"],
    ]);
  });

  const NAMED = {
    ...PEOPLE,
    "Lurian Ministry": { as: ["the Lurian Ministry", "Lurian Ministry"], kind: "organisation" },
    "port elders": { as: ["the port elders"], kind: "unnamed" },
    "atom agency": { as: ["the atom agency"], kind: "organisation", sector: ["GOV"] },
    "Fares agency": { as: ["the Fares agency"], kind: "organisation", sector: ["JRN"] },
  } as const;

  test.each([
    ["quoted as saying, after the clause", "The road will open, Norpress quoted Ruiz as saying.", ["Norpress (agency)", "Ana Ruiz (speaker)"]],
    ["quoted as having told", "Norpress quoted Ruiz as having told the visiting guests that the road would open.", ["Norpress (agency)", "Ana Ruiz (speaker)"]],
    ["quoted as telling a visiting delegation", "Norpress quoted Ruiz as telling a visiting Danish delegation that the road would open.", ["Norpress (agency)", "Ana Ruiz (speaker)"]],
    ["was quoted by", "Ruiz was quoted by Norpress as saying that the road would open.", ["Norpress (agency)", "Ana Ruiz (speaker)"]],
    ["quoted by, at the end", "“The road will open,” said Ruiz, quoted by Norpress.", ["Norpress (agency)", "Ana Ruiz (speaker)"]],
    ["citing before that", "Norpress reported on Tuesday, citing Ruiz, that the road would open.", ["Norpress (agency)", "Ana Ruiz (speaker)"]],
    ["citing a channel", "The road will open, Norpress reports, citing the Lurian Ministry's Telegram channel.", ["Norpress (agency)", "Lurian Ministry (speaker, social media)"]],
    ["citing a website", "The road will open, Norpress reports, citing the Lurian Ministry's website.", ["Norpress (agency)", "Lurian Ministry (speaker, website)"]],
    ["an unknown agency cites", "The road will open, the Interpol agency reported, citing Ruiz.", ["Interpol agency (agency)", "Ana Ruiz (speaker)"]],
    ["an unknown channel cites", "The road will open, Luria's News Eight channel reported, citing Ruiz.", ["Luria's News Eight channel (outlet)", "Ana Ruiz (speaker)"]],
    ["an agency by its sector cites", "The road will open, the Fares agency reported, citing Ruiz.", ["Fares agency (agency)", "Ana Ruiz (speaker)"]],
    ["a news agency of no name", "The road will open, the Lurian state news agency reported, citing Ruiz.", ["Lurian state news agency (agency)", "Ana Ruiz (speaker)"]],
    ["an agency of another kind is quoted", "On Monday the atom agency said the road would open, as quoted by Norpress.", ["Norpress (agency)", "atom agency (speaker)"]],
    ["so is one of which nothing is known", "The Lurian Road Agency said the road would open, as quoted by Norpress.", ["Norpress (agency)", "Lurian Road Agency (speaker)"]],
    ["whoever is known can tell", "Norpress reported that the road would open, citing the port elders.", ["Norpress (agency)", "port elders (anonymous)"]],
    ["authorities", "Norpress reported that the road would open, citing local authorities.", ["Norpress (agency)", "local authorities (anonymous)"]],
    ["witnesses", "Norpress reported that the road would open, citing two witnesses.", ["Norpress (agency)", "two witnesses (anonymous)"]],
    ["the police", "Norpress reported that the road would open, citing the police.", ["Norpress (agency)", "police (anonymous)"]],
    ["a cause is nobody", "Norpress reported that the road would close, citing the port attacks.", ["Norpress (speaker)"]],
    ["a reason is nobody", "“The road will close,” Ruiz said, citing safety concerns.", ["Ana Ruiz (speaker)"]],
    ["informs", "The road will open, the Lurian Ministry informs.", ["Lurian Ministry (speaker)"]],
    ["on X", "Ruiz wrote on X that the road would open.", ["Ana Ruiz (speaker, social media)"]],
    ["on Telegram", "Ruiz wrote on Telegram that the road would open.", ["Ana Ruiz (speaker, social media)"]],
    ["on a channel of one's own", "Ruiz said on her Telegram channel that the road would open.", ["Ana Ruiz (speaker, social media)"]],
    ["in court", "Ruiz said in court that the road would open.", ["Ana Ruiz (speaker, hearing)"]],
    ["a court is no hearing", "The royal court said that the road would open.", ["royal court (anonymous)"]],
    ["the verb in the quotation", "Berg “made clear that the road would open,” Ruiz said.", ["Ana Ruiz (speaker)"]],
  ])("%s", (_, text, chain) => {
    expect(tell(text, NAMED).filter((c) => c.act === "speech").map((c) => c.chain)).toEqual([chain]);
  }); // biome-ignore format: a sentence a line

  test("no agency where the document has none; the medium stands with its speaker", () => {
    expect(tell("“It is open,” Ruiz said in a statement.", PEOPLE)[0]?.chain).toEqual([
      "Ana Ruiz (speaker, statement)",
    ]);
  });
});
