import { describe, expect, test } from "vitest";
import { castOf, meant, mentionOf } from "./support.js";

/** Day, text, phrase, who is meant (name | code | sector | office). */
type Row = readonly [day: string | null, text: string, phrase: string, who: string];

function check([day, text, phrase, who]: Row): void {
  expect(meant(castOf(text, { day }), phrase)).toEqual([who]);
}

test("what is a country's behind a name is not where he is from", () => {
  const text = "Chancellor Olaf Scholz assured President Emmanuel Macron of Germany's support.";
  const row: Row = [
    "2022-10-05",
    text,
    "President Emmanuel Macron",
    "Emmanuel Macron | FRA | GOV | President of France",
  ];
  check(row);
  expect(meant(castOf("President Holm of Norway spoke.", { day: "2022-10-05" }), "President Holm of Norway")).toEqual([
    "Holm | NOR | GOV | president of Norway",
  ]);
});

describe("a title and a name", () => {
  // biome-ignore format: a row a line
  test.each<Row>([
    ["2021-10-05", "Belarus President Alexander Lukashenko spoke.", "Belarus President Alexander Lukashenko", "Alexander Lukashenko | BLR | GOV | President of Belarus"],
    ["2021-10-05", "Turkish President Recep Tayyip Erdogan repeated it.", "Turkish President Recep Tayyip Erdogan", "Recep Tayyip Erdoğan | TUR | GOV | President of Turkey"],
    ["2021-10-05", "Holy See Secretary of State Pietro Parolin arrived in Minsk.", "Holy See Secretary of State Pietro Parolin", "Pietro Parolin | VAT | GOV | Secretary of State of Vatican"],
    ["2021-10-05", "US Secretary of State Antony Blinken arrived in Paris.", "US Secretary of State Antony Blinken", "Antony Blinken | USA | GOV | Secretary of State of United States"],
    ["2021-10-05", "King Abdullah II of Jordan spoke.", "King Abdullah II of Jordan", "Abdullah II | JOR | GOV | King of Jordan"],
    ["2021-10-05", "Saudi Crown Prince Mohammed bin Salman spoke.", "Saudi Crown Prince Mohammed bin Salman", "Mohammed bin Salman | SAU | GOV | Crown Prince of Saudi Arabia"],
    ["2021-10-05", "Queen Elizabeth II spoke.", "Queen Elizabeth II", "Elizabeth II | GBR | GOV | Queen of United Kingdom"],
    ["2018-03-12", "Prime Minister May may travel to Paris.", "Prime Minister May", "Theresa May | GBR | GOV | Prime Minister of United Kingdom"],
    ["2021-10-05", "Pope Francis spoke in Rome.", "Pope Francis", "Pope Francis | VAT | GOV | Pope of Vatican"],
    ["2010-10-05", "Secretary of State Hillary Clinton spoke.", "Secretary of State Hillary Clinton", "Hillary Clinton | USA | GOV | Secretary of State of United States"],
    ["2010-10-05", "Chinese Foreign Minister Yang Jiechi spoke.", "Chinese Foreign Minister Yang Jiechi", "Yang Jiechi | CHN | GOV | Minister of Foreign Affairs of China"],
    ["2023-05-05", "Italian Prime Minister Giorgia Meloni met Georgia's prime minister.", "Italian Prime Minister Giorgia Meloni", "Giorgia Meloni | ITA | GOV | Prime Minister of Italy"],
    ["2017-06-01", "South Korean President Moon Jae-in spoke.", "South Korean President Moon Jae-in", "Moon Jae-in | KOR | GOV | President of South Korea"],
    ["2021-10-05", "Kremlin spokesman Dmitry Peskov told reporters.", "Kremlin spokesman Dmitry Peskov", "Dmitry Peskov | RUS | GOV | Presidential Press Secretary of Russia"],
    ["2021-10-05", "State Department spokesperson Ned Price told reporters.", "State Department spokesperson Ned Price", "Ned Price | USA | GOV | State Department Spokesperson of United States"],
    ["2021-10-05", "UN Secretary-General António Guterres spoke.", "UN Secretary-General António Guterres", "António Guterres | UNO | IGO | Secretary-General of United Nations"],
    ["2021-10-05", "NATO Secretary General Jens Stoltenberg spoke.", "NATO Secretary General Jens Stoltenberg", "Jens Stoltenberg | IGO | IGO | Secretary General of NATO"],
    ["2021-10-05", "EU foreign policy chief Josep Borrell spoke.", "EU foreign policy chief Josep Borrell", "Josep Borrell | EUR | IGO | High Representative of European Union"],
  ])("%s %s", (...row) => check(row));

  // biome-ignore format: a row a line
  test.each<Row>([
    // Portfolios of several words, two offices in one title, honorifics between.
    ["2021-10-05", "Minister of Foreign Affairs and Cooperation of the Republic of Rwanda Vincent Biruta spoke.", "Minister of Foreign Affairs and Cooperation of the Republic of Rwanda Vincent Biruta", "Vincent Biruta | RWA | GOV | Foreign Minister of Rwanda"],
    ["2021-10-05", "Minister for Europe and Foreign Affairs Jean-Yves Le Drian spoke.", "Minister for Europe and Foreign Affairs Jean-Yves Le Drian", "Jean-Yves Le Drian | FRA | GOV | Minister of Foreign Affairs of France"],
    ["2021-10-05", "External Affairs Minister S. Jaishankar spoke.", "External Affairs Minister S. Jaishankar", "Subrahmanyam Jaishankar | IND | GOV | Minister of External Affairs of India"],
    ["2021-10-05", "Pakistan Foreign Minister Makhdoom Shah Mahmood Qureshi telephoned.", "Pakistan Foreign Minister Makhdoom Shah Mahmood Qureshi", "Shah Mehmood Qureshi | PAK | GOV | Minister of Foreign Affairs of Pakistan"],
    ["2021-10-05", "Holy See Secretary of State Cardinal Pietro Parolin met priests.", "Holy See Secretary of State Cardinal Pietro Parolin", "Pietro Parolin | VAT | GOV | Secretary of State of Vatican"],
    ["2021-10-05", "High Representative of the Union for Foreign Affairs and Security Policy Josep Borrell spoke.", "High Representative of the Union for Foreign Affairs and Security Policy Josep Borrell", "Josep Borrell | EUR | IGO | High Representative of European Union"],
    ["2021-10-05", "European Commission President Ursula von der Leyen spoke.", "European Commission President Ursula von der Leyen", "Ursula von der Leyen | EUR | IGO | President of the European Commission of European Union"],
    ["2021-10-05", "Russian Deputy Foreign Minister Sergei Ryabkov spoke.", "Russian Deputy Foreign Minister Sergei Ryabkov", "Sergei Ryabkov | RUS | GOV | Deputy Foreign Minister of Russia"],
    ["2021-10-05", "Secretary Antony J. Blinken spoke.", "Secretary Antony J. Blinken", "Antony Blinken | USA | GOV | Secretary of State of United States"],
  ])("%s %s", (...row) => check(row));
});

describe("an apposition is the same person", () => {
  // biome-ignore format: a row a line
  test.each<readonly [day: string, text: string, title: string, name: string, who: string]>([
    ["2021-10-05", "The president of Tajikistan, Emomali Rahmon, spoke.", "The president of Tajikistan", "Emomali Rahmon", "Emomali Rahmon | TJK | GOV | President of Tajikistan"],
    ["2021-10-05", "Officials met Vladimir Putin, the president of Russia.", "the president of Russia", "Vladimir Putin", "Vladimir Putin | RUS | GOV | President of Russia"],
    ["2021-10-05", "Boris Johnson, the British prime minister, spoke.", "the British prime minister", "Boris Johnson", "Boris Johnson | GBR | GOV | Prime Minister of United Kingdom"],
    ["2021-10-05", "Sergey Lavrov, Russia's top diplomat, spoke.", "Russia's top diplomat", "Sergey Lavrov", "Sergey Lavrov | RUS | GOV | Minister of Foreign Affairs of Russia"],
    ["2021-12-01", "Afghanistan's acting foreign minister, Amir Khan Muttaqi, spoke.", "Afghanistan's acting foreign minister", "Amir Khan Muttaqi", "Amir Khan Muttaqi | AFG | GOV | Minister of Foreign Affairs of Afghanistan"],
    ["2021-10-05", "Xi Jinping, general secretary of the Communist Party, spoke.", "general secretary of the Communist Party", "Xi Jinping", "Xi Jinping | CHN | GOV | President of China"],
  ])("%s %s", (day, text, title, name, who) => {
    const cast = castOf(text, { day });
    expect(meant(cast, title)).toEqual([who]);
    expect(meant(cast, name)).toEqual([who]);
    expect(mentionOf(cast, title)?.actors).toEqual(mentionOf(cast, name)?.actors);
  });

  // biome-ignore format: a row a line
  test.each([
    ["The president of Russia, and Emomali Rahmon too, spoke.", "The president of Russia", "Emomali Rahmon"],
    ["Sergey Lavrov, Antony Blinken and the French foreign minister met.", "Sergey Lavrov", "the French foreign minister"],
  ])("no apposition: %s", (text, one, other) => {
    const cast = castOf(text);
    expect(mentionOf(cast, one)?.actors).not.toEqual(mentionOf(cast, other)?.actors);
    expect(mentionOf(cast, one)).toBeDefined();
    expect(mentionOf(cast, other)).toBeDefined();
  });

  test("an age is no title", () => {
    expect(meant(castOf("Emomali Rahmon, 69, spoke."), "Emomali Rahmon")).toEqual([
      "Emomali Rahmon | TJK | GOV | President of Tajikistan",
    ]);
  });
});

describe("a title alone means who held the office on the day", () => {
  // biome-ignore format: a row a line
  test.each<Row>([
    ["2010-06-05", "The Russian president spoke.", "The Russian president", "Dmitry Medvedev | RUS | GOV | President of Russia"],
    ["2013-06-05", "The Russian president spoke.", "The Russian president", "Vladimir Putin | RUS | GOV | President of Russia"],
    ["2023-06-05", "The Russian president spoke.", "The Russian president", "Vladimir Putin | RUS | GOV | President of Russia"],
    ["2010-06-05", "The German chancellor spoke.", "The German chancellor", "Angela Merkel | DEU | GOV | Chancellor of Germany"],
    ["2023-06-05", "The German chancellor spoke.", "The German chancellor", "Olaf Scholz | DEU | GOV | Chancellor of Germany"],
    ["2010-05-05", "The British prime minister spoke.", "The British prime minister", "Gordon Brown | GBR | GOV | Prime Minister of United Kingdom"],
    ["2013-05-05", "The British prime minister spoke.", "The British prime minister", "David Cameron | GBR | GOV | Prime Minister of United Kingdom"],
    ["2023-05-05", "The British prime minister spoke.", "The British prime minister", "Rishi Sunak | GBR | GOV | Prime Minister of United Kingdom"],
    ["2010-10-05", "The US secretary of state spoke.", "The US secretary of state", "Hillary Clinton | USA | GOV | Secretary of State of United States"],
    ["2013-10-05", "The US secretary of state spoke.", "The US secretary of state", "John Kerry | USA | GOV | Secretary of State of United States"],
    ["2010-10-05", "The French president spoke.", "The French president", "Nicolas Sarkozy | FRA | GOV | President of France"],
    ["2013-01-05", "The French president spoke.", "The French president", "François Hollande | FRA | GOV | President of France"],
    ["2023-06-05", "The Chinese foreign minister spoke.", "The Chinese foreign minister", "Qin Gang | CHN | GOV | Minister of Foreign Affairs of China"],
    ["2023-09-05", "The Chinese foreign minister spoke.", "The Chinese foreign minister", "Wang Yi | CHN | GOV | Minister of Foreign Affairs of China"],
    ["2021-10-05", "Chad's foreign minister spoke.", "Chad's foreign minister", "Chérif Mahamat Zene | TCD | GOV | Foreign Minister of Chad"],
    ["2023-05-05", "They met Georgia's prime minister.", "Georgia's prime minister", "Irakli Garibashvili | GEO | GOV | Prime Minister of Georgia"],
    ["2021-10-05", "UN Secretary-General António Guterres spoke. The UN chief urged calm.", "The UN chief", "António Guterres | UNO | IGO | Secretary-General of United Nations"],
    // Without a day nobody is guessed, unless the text itself names a holder.
    [null, "The French president spoke.", "The French president", "president of France | FRA | GOV | –"],
    [null, "Emmanuel Macron spoke. The French president was ready.", "The French president", "Emmanuel Macron | FRA | GOV | President of France"],
    // Offices no table lists, and titles without a country.
    ["2021-10-05", "A senior Russian diplomat spoke.", "A senior Russian diplomat", "diplomat of Russia | RUS | GOV | –"],
    ["2021-10-05", "An unnamed US official spoke.", "An unnamed US official", "official of United States | USA | GOV | –"],
    ["2021-10-05", "The president may speak in May.", "The president", "president | – | GOV | –"],
    ["2021-10-05", "The former president spoke in Kabul.", "The former president", "former president | – | ELI | –"],
  ])("%s %s", (...row) => check(row));

  test("a text of a government leaves its own country out", () => {
    const cast = castOf("The President spoke. The Foreign Ministry agreed.", { publisher: "TJK" });
    expect(meant(cast, "The President")).toEqual(["Emomali Rahmon | TJK | GOV | President of Tajikistan"]);
    expect(meant(cast, "The Foreign Ministry")).toEqual(["Foreign Ministry | TJK | GOV | –"]);
  });
});

describe("a name means its bearer as of the day", () => {
  // biome-ignore format: a row a line
  test.each<Row>([
    ["2010-10-05", "Dmitry Medvedev spoke.", "Dmitry Medvedev", "Dmitry Medvedev | RUS | GOV | President of Russia"],
    ["2013-10-05", "Dmitry Medvedev spoke.", "Dmitry Medvedev", "Dmitry Medvedev | RUS | GOV | Prime Minister of Russia"],
    ["2010-10-05", "Vladimir Putin spoke.", "Vladimir Putin", "Vladimir Putin | RUS | GOV | Prime Minister of Russia"],
    ["2013-10-05", "Vladimir Putin spoke.", "Vladimir Putin", "Vladimir Putin | RUS | GOV | President of Russia"],
    ["2020-12-05", "President-elect Joe Biden spoke.", "President-elect Joe Biden", "Joe Biden | USA | ELI | –"],
    ["2021-02-05", "US President Joe Biden spoke.", "US President Joe Biden", "Joe Biden | USA | GOV | President of United States"],
    ["2016-11-20", "US president-elect Donald Trump spoke.", "US president-elect Donald Trump", "Donald Trump | USA | ELI | –"],
    ["2021-05-05", "Former US President Donald Trump spoke.", "Former US President Donald Trump", "Donald Trump | USA | ELI | –"],
    ["2025-05-05", "US President Donald Trump spoke.", "US President Donald Trump", "Donald Trump | USA | GOV | President of United States"],
    ["2019-05-05", "Former US President Barack Obama spoke.", "Former US President Barack Obama", "Barack Obama | USA | ELI | –"],
    ["2016-11-20", "President-elect Donald Trump spoke with Barack Obama.", "Barack Obama", "Barack Obama | USA | GOV | President of United States"],
    ["2010-10-05", "Afghan President Hamid Karzai spoke.", "Afghan President Hamid Karzai", "Hamid Karzai | AFG | GOV | President of Afghanistan"],
    ["2021-10-05", "Former Afghan President Hamid Karzai spoke.", "Former Afghan President Hamid Karzai", "Hamid Karzai | AFG | ELI | –"],
    ["2021-05-05", "Taliban leader Hibatullah Akhundzada spoke.", "Taliban leader Hibatullah Akhundzada", "Hibatullah Akhundzada | AFG | REB | –"],
    ["2022-05-05", "Taliban leader Hibatullah Akhundzada spoke.", "Taliban leader Hibatullah Akhundzada", "Hibatullah Akhundzada | AFG | GOV | Supreme Leader of Afghanistan"],
    ["2021-12-01", "Acting Foreign Minister Amir Khan Muttaqi spoke.", "Acting Foreign Minister Amir Khan Muttaqi", "Amir Khan Muttaqi | AFG | GOV | Minister of Foreign Affairs of Afghanistan"],
    ["2021-06-05", "They met outgoing president Reuven Rivlin.", "outgoing president Reuven Rivlin", "Reuven Rivlin | ISR | GOV | President of Israel"],
    // A family name alone, where one holder of the day bears it.
    ["2023-11-09", "Putin called Xi Jinping.", "Putin", "Vladimir Putin | RUS | GOV | President of Russia"],
    // Spellings, and names no table has.
    ["2023-05-05", "Volodymyr Zelensky spoke.", "Volodymyr Zelensky", "Volodymyr Zelenskyy | UKR | GOV | President of Ukraine"],
    ["2021-10-05", "Acting President Ivan Petrov spoke.", "Acting President Ivan Petrov", "Ivan Petrov | – | GOV | acting president"],
    ["2021-10-05", "Norwegian climate minister Kari Solberg spoke.", "Norwegian climate minister Kari Solberg", "Kari Solberg | NOR | GOV | climate minister of Norway"],
  ])("%s %s", (...row) => check(row));
});
