import { describe, expect, test } from "vitest";
import { findActors, makeActorLexicon } from "../../../../src/engine/actors/index.js";
import { readDictionary } from "../../../../src/engine/actors/own/dictionary.js";
import { OWN_COLUMNS, readOwnTable } from "../../../../src/engine/actors/own/table.js";
import { files, knowledge } from "../../../data/knowledge.js";

const TABLE = [
  OWN_COLUMNS.join("\t"),
  "Dara Holm\tperson\tNOR\tGOV\tEnvoy of Norway\tf\t2020-01-01\t2021-12-31\t\t",
  "Dara Holm\tperson\tNOR\tCVL\t\tf\t2022\t\t\t",
  "Harbour League\torganisation\tDEU\tOPP\t\t\t\t\tHL\t",
  "Vladimir Putin\tperson\tRUS\tELI\t\t\t2040\t\t\t",
  "river guards\tgroup\tSDN\tPRM\t\t\t\t\t\t",
].join("\n");
const DICTIONARY = ["ESTONIA_ [XYZ]", "+ESTONIAN_", "FOREIGN_MINISTER [~SPY]", "SILVER_TRUST [---]", "NATO [ABC]"].join(
  "\n",
);
const own = [...readDictionary("d.txt", DICTIONARY).actors, ...readOwnTable("t.tsv", TABLE).actors];
const lexicon = makeActorLexicon(files.tables, own);

/** “words = name code sector office” of each mention. */
function read(text: string, day = "2021-05-05"): readonly string[] {
  const sentences = knowledge.language.analyse(text, [[0, text.length]]);
  const at = { day, publisher: null, home: null, titled: false, agency: null };
  const { mentions, actors } = findActors(sentences, text, lexicon, at);
  return mentions.map((m) => {
    const who = m.actors
      .map((a) => actors[a])
      .map((a) => [a?.name, a?.code, a?.sector.join("+"), a?.office ?? ""].join(" "));
    return `${text.slice(...m.span)} = ${who.join("; ")}`.trim();
  });
}

describe("own actors win over the tables", () => {
  test.each([
    ["Dara Holm spoke.", "2021-05-05", ["Dara Holm = Dara Holm NOR GOV Envoy of Norway"]],
    ["Dara Holm spoke.", "2023-05-05", ["Dara Holm = Dara Holm NOR CVL"]],
    ["President Dara Holm spoke.", "2023-05-05", ["President Dara Holm = Dara Holm NOR CVL"]],
    ["The Harbour League left.", "2021-05-05", ["The Harbour League = Harbour League DEU OPP"]],
    ["River guards fled.", "2021-05-05", ["River guards = River guards SDN PRM"]],
    ["Vladimir Putin spoke.", "2041-01-01", ["Vladimir Putin = Vladimir Putin RUS ELI"]],
    ["NATO replied.", "2021-05-05", ["NATO = NATO ABC"]],
    ["Estonia replied.", "2021-05-05", ["Estonia = Estonia XYZ"]],
    [
      "An Estonian foreign minister replied.",
      "2021-05-05",
      ["An Estonian foreign minister = foreign minister of Estonia XYZ SPY"],
    ],
  ])("%s (%s)", (text, day, mentions) => {
    expect(read(text, day)).toEqual(mentions);
  });

  test("a day that no row covers is the tables'", () => {
    expect(read("Vladimir Putin spoke.", "2021-05-05")).toEqual([
      "Vladimir Putin = Vladimir Putin RUS GOV President of Russia",
    ]);
  });

  test("what a dictionary discards is nobody", () => {
    expect(read("Silver Trust replied.")).toEqual([]);
  });

  test("and what they do not name stays as it was", () => {
    expect(read("Hamas fired rockets.")).toEqual(["Hamas = Hamas PSE REB"]);
  });
});
