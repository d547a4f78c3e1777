import { describe, expect, test } from "vitest";
import { castOf, describeActor, meant, namesIn } from "./support.js";

describe("countries, their capitals and bodies", () => {
  test.each([
    ["Jordan condemned the attack.", "Jordan", "Jordan | JOR | – | –"],
    ["Turkey rejected the claim.", "Turkey", "Turkey | TUR | – | –"],
    ["Chad closed its border.", "Chad", "Chad | TCD | – | –"],
    ["Washington rejected the deal.", "Washington", "United States | USA | – | –"],
    ["Moscow said it was ready.", "Moscow", "Russia | RUS | – | –"],
    ["The U.S. told us nothing.", "The U.S.", "United States | USA | – | –"],
    ["US officials met us here.", "US", "United States | USA | – | –"],
    ["The Republic of the Congo agreed.", "The Republic of the Congo", "Republic of the Congo | COG | – | –"],
    [
      "He praised the Democratic Republic of the Congo.",
      "the Democratic Republic of the Congo",
      "Democratic Republic of the Congo | COD | – | –",
    ],
    [
      "Guests of the Democratic Republic of the Congo came.",
      "Democratic Republic of the Congo",
      "Democratic Republic of the Congo | COD | – | –",
    ],
    ["Niger and Nigeria agreed.", "Niger", "Niger | NER | – | –"],
    ["Niger and Nigeria agreed.", "Nigeria", "Nigeria | NGA | – | –"],
    ["Guinea, Guinea-Bissau and Equatorial Guinea agreed.", "Guinea-Bissau", "Guinea-Bissau | GNB | – | –"],
    ["Guinea, Guinea-Bissau and Equatorial Guinea agreed.", "Equatorial Guinea", "Equatorial Guinea | GNQ | – | –"],
    ["North Korea fired.", "North Korea", "North Korea | PRK | – | –"],
    [
      "The Pakistani Foreign Ministry spoke.",
      "The Pakistani Foreign Ministry",
      "Pakistani Foreign Ministry | PAK | GOV | –",
    ],
    ["The UN Security Council met.", "The UN Security Council", "UN Security Council | UNO | GOV | –"],
    [
      "The Security Council of Russia met.",
      "The Security Council of Russia",
      "Security Council of Russia | RUS | GOV | –",
    ],
    ["Hamas fired rockets.", "Hamas", "Hamas | PSE | REB | –"],
    ["The IDF replied.", "The IDF", "Israel Defense Forces | ISR | MIL | –"],
    ["The US embassy confirmed it.", "The US embassy", "US embassy | USA | GOV | –"],
    ["Belarusian police detained dozens.", "Belarusian police", "Belarusian police | BLR | COP | –"],
    ["Protesters marched.", "Protesters", "Protesters | – | CVL | –"],
    ["A UN human rights expert spoke.", "A UN human rights expert", "expert of United Nations | UNO | CVL | –"],
    ["A UN official spoke.", "A UN official", "official of United Nations | UNO | GOV | –"],
    ["NATO peacekeeping troops left.", "NATO peacekeeping troops", "NATO peacekeeping troops | IGO | MIL | –"],
    ["Merkel met Peru's energy chief.", "Peru's energy chief", "energy chief of Peru | PER | GOV | –"],
    ["Merkel met Peru's cotton chief.", "Peru's cotton chief", "chief of Peru | PER | – | –"],
  ])("%s", (text, phrase, who) => {
    expect(meant(castOf(text), phrase)).toEqual([who]);
  });

  test.each([
    ["The family ate turkey at the table.", "turkey"],
    ["Angela Merkel met the cotton chief.", "chief"],
    ["The Christmas turkey came late.", "turkey"],
    ["The guinea pig slept.", "guinea"],
    ["They sold china.", "china"],
    ["He polished the table.", "polished"],
    ["US officials met us here.", "us"],
    ["The talks may resume.", "may"],
    ["The West imposed sanctions.", "The West"],
    ["Rain came from the west.", "the west"],
    ["The Russian-Tajik border is long.", "Russian"],
    ["A Georgian dinner was served with Turkish coffee.", "Turkish"],
    ["He came from Niger, where a Nigerian slept.", "Nigerian"],
  ])("no actor: %s", (text, phrase) => {
    expect(meant(castOf(text), phrase)).toEqual([]);
  });

  test.each([
    ["Kenya welcomed the Paris Agreement.", "France"],
    ["Biden supports the Minsk Agreements and the Berlin Process.", "Belarus"],
    ["In Moscow it rained.", "Russia"],
    ["They arrived in Paris.", "France"],
    ["It happened near Kabul.", "Afghanistan"],
    ["The train to Georgia's border left the Washington state museum.", "United States"],
    ["The Russian-Tajik border is long.", "Russia"],
    ["A Georgian dinner was served with French wine.", "France"],
  ])("a place or an adjective is not its country: %s", (text, name) => {
    expect(namesIn(castOf(text))).not.toContain(name);
  });
});

describe("a person whose name holds a country's", () => {
  test.each([
    ["Michael Jordan opened the hall.", "Michael Jordan", "Jordan"],
    ["George Washington crossed the river.", "George Washington", "United States"],
  ])("%s", (text, person, country) => {
    const cast = castOf(text);
    expect(meant(cast, person)).toEqual([`${person} | – | – | –`]);
    expect(namesIn(cast)).not.toContain(country);
  });

  test.each([
    ["Michael praised Jordan.", "Jordan"],
    ["Paris agreed to the plan.", "France"],
    ["Beijing Rules Out Talks With Taipei", "China"],
    ["Georgia met Meloni's wishes.", "Georgia"],
    ["In Chad Wolf hunters vanished.", "Chad"],
  ])("and two names beside each other are two: %s", (text, country) => {
    expect(namesIn(castOf(text))).toContain(country);
  });
});

describe("places", () => {
  test.each([
    ["They arrived in Paris.", "Paris", "FRA"],
    ["In Moscow it rained.", "Moscow", "RUS"],
    ["He spoke in Kabul.", "Kabul", "AFG"],
  ])("%s", (text, name, country) => {
    expect(castOf(text).actors.places).toMatchObject([{ name, country }]);
  });

  test("a capital that acts is its government, no place", () => {
    const cast = castOf("Moscow said it was ready, but in Moscow it rained.");
    expect(cast.actors.places.map((p) => p.span[0])).toEqual([33]);
    expect(namesIn(cast)).toEqual(["Russia"]);
  });
});

describe("agencies, outlets and press services", () => {
  test.each([
    ["The Washington Post reported the deal.", "The Washington Post", "outlet"],
    ["The China Daily wrote it.", "The China Daily", "outlet"],
    ["The Times of Israel reported.", "The Times of Israel", "outlet"],
    ["Reuters reported.", "Reuters", "agency"],
    ["TASS reported.", "TASS", "agency"],
    ["The Kremlin press service reported.", "The Kremlin press service", "press-service"],
    ["The press service of the president reported.", "The press service of the president", "press-service"],
    [
      "Tajikistan's Foreign Ministry press service reported.",
      "Tajikistan's Foreign Ministry press service",
      "press-service",
    ],
    ["The Foreign Ministry reported.", "The Foreign Ministry", "party"],
    ["Washington reported.", "Washington", "party"],
  ])("%s", (text, phrase, role) => {
    const cast = castOf(text);
    expect(meant(cast, phrase)).toHaveLength(1);
    expect(cast.actors.actors.find((a) => describeActor(cast, a.index) === meant(cast, phrase)[0])?.role).toBe(role);
  });

  test.each([
    ["The Washington Post reported the deal.", "United States"],
    ["The China Daily wrote it.", "China"],
    ["The Times of Israel reported.", "Israel"],
  ])("an outlet is not its country: %s", (text, country) => {
    expect(namesIn(castOf(text))).not.toContain(country);
  });

  test("an outlet and its city are two", () => {
    expect(namesIn(castOf("He wrote in The Washington Post. Washington did not answer."))).toEqual([
      "Washington Post",
      "United States",
    ]);
  });

  test("the header's agency is an actor", () => {
    const cast = castOf("Reuters said so. Later Reuters said more.");
    expect(namesIn(cast)).toEqual(["Reuters"]);
    expect(cast.actors.actors[0]?.role).toBe("agency");
  });
});
