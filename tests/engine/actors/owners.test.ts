import { describe, expect, test } from "vitest";
import { castOf, meant, namesIn } from "./support.js";

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

describe("a body without a country, in a report from elsewhere", () => {
  const MALI = "Mali accused France of espionage.";
  const NEW_YORK = { place: "NEW YORK", home: "USA", press: "USA" } as const;
  // biome-ignore format: a row a line
  test.each([
    [NEW_YORK, `${MALI} The government was angry.`, "The government", "government | MLI | GOV"],
    [NEW_YORK, `${MALI} The army arrested two French soldiers.`, "The army", "army | MLI | MIL"],
    [{ place: "GENEVA", home: "CHE" }, "Ethiopia rejected Egypt's plan. The country's foreign ministry was angry.", "The country's foreign ministry", "foreign ministry | ETH | GOV"],
    [{ place: "CAIRO", home: "EGY", press: "USA" }, "Sudan's army resumed talks. The government was angry.", "The government", "government | SDN | GOV"],
    [{ place: "BEIRUT", home: "LBN", press: "USA" }, "Syria said the army shelled rebels.", "the army", "army | SYR | MIL"],
    [{ place: "DAKAR", home: "SEN", press: "GBR" }, "Mali's president said the army had attacked rebels.", "the army", "army | MLI | MIL"],
    [{ place: "NAIROBI", home: "KEN", press: "GBR" }, "Sudan's foreign minister said the government would not come.", "the government", "government | SDN | GOV"],
    [{ place: "DAKAR", home: "SEN", press: "GBR" }, "The army arrested two French soldiers.", "The army", "army | SEN | MIL"],
    [{ place: "DAKAR", home: "SEN", press: "GBR" }, "France was angry. The army arrested two French soldiers.", "The army", "army | SEN | MIL"],
    // The report's own country: told of by one of its towns, or the only one that can be meant, or its own agency's.
    [{ place: "KYIV", home: "UKR" }, "Russia shelled Odesa. The Foreign Ministry summoned the Hungarian ambassador.", "The Foreign Ministry", "Foreign Ministry | UKR | GOV"],
    [{ place: "ANKARA", home: "TUR" }, "Russia attacked Ukraine. The Foreign Ministry summoned the Russian ambassador.", "The Foreign Ministry", "Foreign Ministry | TUR | GOV"],
    [{ place: "ANKARA", home: "TUR" }, "Greece accused Turkey of espionage. The army was angry.", "The army", "army | TUR | MIL"],
    [{ place: "SEOUL", home: "KOR", press: "KOR" }, "North Korea accused Japan of espionage. The military was angry.", "The military", "military | KOR | MIL"],
    [{ place: "LONDON", home: "GBR" }, "The government was angry.", "The government", "government | GBR | GOV"],
    [{ place: "UNITED NATIONS", home: "GBR", press: "GBR" }, "Russia was angry. The Security Council met.", "The Security Council", "UN Security Council | UNO | GOV"],
    [{ home: "GBR" }, "Russia vetoed the resolution at the Security Council.", "the Security Council", "UN Security Council | UNO | GOV"],
    [{ home: "GBR" }, "The U.N. was angry. The Security Council met.", "The Security Council", "UN Security Council | UNO | GOV"],
    [{ home: "GBR" }, "The Security Council voted on a resolution.", "The Security Council", "UN Security Council | UNO | GOV"],
    [{ home: "GBR" }, "A draft resolution in the Security Council was vetoed.", "the Security Council", "UN Security Council | UNO | GOV"],
    [{ home: "GBR" }, "A resolution adopted by the Security Council was read.", "the Security Council", "UN Security Council | UNO | GOV"],
    [{ home: "GBR" }, "He read the resolutions of the Security Council.", "the Security Council", "UN Security Council | UNO | GOV"],
    [{ home: "GBR" }, "Russia used its veto in the Security Council.", "the Security Council", "UN Security Council | UNO | GOV"],
    // No act of the world's council, and no seat of it.
    [{ place: "MOSCOW", home: "RUS" }, "Vladimir Putin told the Security Council that Russia favours a peaceful resolution.", "the Security Council", "Security Council | RUS | GOV"],
    [{ place: "MOSCOW", home: "RUS" }, "The Security Council discussed the resolution of the dispute.", "The Security Council", "Security Council | RUS | GOV"],
    [{ home: "SRB" }, "The Security Council discussed his veto.", "The Security Council", "Security Council | SRB | GOV"],
    [{ place: "MOSCOW", home: "RUS", titled: true }, "Medvedev cancels New York trip\nThe Security Council held a meeting.", "The Security Council", "Security Council | RUS | GOV"],
    [{ home: "RUS", press: "RUS" }, "Putin spoke of water. The Security Council met.", "The Security Council", "Security Council | RUS | GOV"],
  ])("%j %s", (setting, text, phrase, who) => {
    const found = meant(castOf(text, { day: "2023-05-10", ...setting }), phrase);
    expect(found.map((each) => each.split(" | ").slice(0, 3).join(" | "))).toEqual([who]);
  });
});

describe("the office of somebody", () => {
  // biome-ignore format: a row a line
  test.each([
    ["The office of Prime Minister Benjamin Netanyahu was angry.", "The office of Prime Minister Benjamin Netanyahu", "Benjamin Netanyahu's office | ISR | GOV"],
    ["The office of Prime Minister Benjamin Netanyahu was angry.", "Prime Minister Benjamin Netanyahu", "Benjamin Netanyahu | ISR | GOV"],
    ["Netanyahu spoke. The office of President Ranil Wickremesinghe was angry.", "The office of President Ranil Wickremesinghe", "Ranil Wickremesinghe's office | LKA | GOV"],
  ])("%s (%s)", (text, phrase, who) => {
    expect(whoIs(text, phrase, null, "2023-05-10")).toEqual([who]);
  });
});

describe("leadership", () => {
  test.each([
    ["The Palestinian leadership was angry.", "The Palestinian leadership", "Palestinian leadership | PSE | GOV"],
    ["The leadership of Iran was angry.", "The leadership of Iran", "leadership of Iran | IRN | GOV"],
    ["Macron met with the Iranian leadership.", "the Iranian leadership", "Iranian leadership | IRN | GOV"],
    ["Macron congratulated the Turkish leadership.", "the Turkish leadership", "Turkish leadership | TUR | GOV"],
  ])("%s", (text, phrase, who) => {
    expect(whoIs(text, phrase)).toEqual([who]);
  });

  test.each([
    "Scholz expressed gratitude for France's firm leadership.",
    "Macron praised Germany's leadership.",
    "Macron thanked Germany for its leadership.",
    "Macron praised Scholz's strong leadership.",
  ])("nobody: %s", (text) => {
    expect(namesIn(castOf(text, { day: "2023-05-10" })).filter((name) => /leadership|firm/.test(name))).toEqual([]);
  });
});
