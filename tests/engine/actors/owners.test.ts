import { describe, expect, test } from "vitest";
import { castOf, meant } from "./support.js";

/** “name | code | sector” of everybody a phrase means. */
function whoIs(text: string, phrase: string, home: string | null = null, day = "2016-03-03"): readonly string[] {
  return meant(castOf(text, { day, home }), phrase).map((who) => who.split(" | ").slice(0, 3).join(" | "));
}

describe("whose office or body it is", () => {
  // biome-ignore format: a row a line
  test.each([
    ["M23 rebels attacked. The movement's spokesman Jean Bahati said so.", "spokesman Jean Bahati", ["Jean Bahati | COD | REB"]],
    ["Vladimir Putin spoke. Putin's spokesman was ready.", "Putin's spokesman", ["Putin's spokesman | RUS | GOV"]],
    ["Vladimir Putin spoke. Putin's spokesman was ready, the spokesman said.", "the spokesman", ["Putin's spokesman | RUS | GOV"]],
    ["A spokesman for Namibian President Hage Geingob spoke.", "Namibian President Hage Geingob", ["Hage Geingob | NAM | GOV"]],
    ["Ada Brekk, Chief of Staff for Namibian President Hage Geingob, spoke.", "Ada Brekk", ["Ada Brekk | NAM | GOV"]],
    ["The head of the Kenyan government's delegation, Peter Kamau, spoke.", "Peter Kamau", ["Peter Kamau | KEN | GOV"]],
    ["The chief negotiator of the National Democratic Front (NDF), Luis Mercado, spoke.", "Luis Mercado", ["Luis Mercado | PHL | REB"]],
    ["Aide to the President Yury Ushakov spoke.", "Aide to the President Yury Ushakov", ["Yuri Ushakov | RUS | GOV"]],
    ["Angela Merkel met Vladimir Putin. She said her government was ready.", "her government", ["government | DEU | GOV"]],
    ["Angela Merkel met Laurent Fabius, who denied that his government was ready.", "his government", ["government | FRA | GOV"]],
    ["Chad said its army had crossed into Sudan.", "its army", ["army | TCD | MIL"]],
    ["Vladimir Putin said his country was ready.", "his country", ["Russia | RUS | –"]],
    ["Vladimir Putin praised his country club.", "his country", []],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase)).toEqual(who);
  });
});

describe("an official without a country", () => {
  // biome-ignore format: a row a line
  test.each([
    ["Prime Minister Ion Calugaru spoke. The Romanian premier was ready.", "The Romanian premier", "ROU", ["Ion Calugaru | ROU | GOV"]],
    ["Foreign Ministry spokesman Mihai Brad spoke.", "Foreign Ministry spokesman Mihai Brad", "ROU", ["Mihai Brad | ROU | GOV"]],
    ["Mr Kwame Boateng, the Press Secretary to the President, spoke.", "the Press Secretary to the President", "GHA", ["Kwame Boateng | GHA | GOV"]],
    ["Foreign Minister Petar Draganov spoke. Bulgarian Foreign Minister Petar Draganov was ready.", "Bulgarian Foreign Minister Petar Draganov", "CHE", ["Petar Draganov | BGR | GOV"]],
    ["Foreign Minister Petar Draganov spoke.", "Foreign Minister Petar Draganov", null, ["Petar Draganov | – | GOV"]],
    ["Professor Petar Draganov spoke.", "Professor Petar Draganov", "BGR", ["Petar Draganov | – | EDU"]],
  ])("%s (%#)", (text, phrase, home, who) => {
    expect(whoIs(text, phrase, home)).toEqual(who);
  });
});

describe("a title and a name beside each other", () => {
  // biome-ignore format: a row a line
  test.each([
    ["The Bulgarian minister of energy and natural resources, Petar Draganov, held talks.", "Petar Draganov", ["Petar Draganov | BGR | GOV"]],
    ["Norway's special envoy, Tarald Brekk, led the talks.", "Tarald Brekk", ["Tarald Brekk | NOR | GOV"]],
    ["The envoy praised a small town, Tarald Brekk, and left.", "Tarald Brekk", []],
    ["The Egyptian minister of economy and trade, Youssef Boutros-Ghali, spoke. Boutros-Ghali was ready.", "Boutros-Ghali", ["Youssef Boutros-Ghali | EGY | GOV"]],
    ["Vietnamese Foreign Minister Bui Thanh Son spoke. Son thanked him.", "Son", ["Bùi Thanh Sơn | VNM | GOV"]],
    ["UN envoy Bill Clinton spoke. The former American president was ready.", "The former American president", ["Bill Clinton | UNO | IGO"]],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase)).toEqual(who);
  });
});

describe("bodies of several, and what is nobody", () => {
  // biome-ignore format: a row a line
  test.each([
    ["The armies of Brazil and Argentina met.", "The armies of Brazil and Argentina", ["Brazil's army | BRA | MIL", "Argentina's army | ARG | MIL"]],
    ["The army of Brazil met.", "The army of Brazil", ["army of Brazil | BRA | MIL"]],
    ["Kachin Police Service arrested two men.", "Kachin Police Service", ["Kachin Police Service | – | COP"]],
    ["The Kachin Teachers Union called a strike.", "The Kachin Teachers Union", ["Kachin Teachers Union | – | LAB"]],
    ["Soviet troops left.", "Soviet troops", ["Soviet troops | SUN | MIL"]],
    ["East Germany protested.", "East Germany", ["East Germany | DDR | –"]],
    ["Yugoslav forces fired.", "Yugoslav forces", ["Yugoslav forces | YUG | MIL"]],
    ["The former Soviet Union was large.", "Soviet Union", []],
    ["The Soviet-era plant was closed.", "Soviet", []],
    ["The tribunal for the former Yugoslavia met.", "Yugoslavia", []],
    ["The government said in a press release that it rained.", "press", []],
    ["Sergei Lavrov met his German counterpart, Frank-Walter Steinmeier. The German minister was ready.", "The German minister", ["Frank-Walter Steinmeier | DEU | GOV"]],
    ["Le Monde reported it. The newspaper had asked twice.", "The newspaper", ["Le Monde | FRA | JRN"]],
    ["TASS reported it. The newspaper had asked twice.", "The newspaper", ["newspaper | – | JRN"]],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase)).toEqual(who);
  });
});
