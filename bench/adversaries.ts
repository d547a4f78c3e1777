/** Inputs that break readers: each a text of any length, of one kind throughout. Made the same way every time. */

/** Makes a text of about so many UTF-16 code units. */
export type Adversary = (length: number) => string;

/** A text that repeats one piece. */
export function repeated(piece: string): Adversary {
  return (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** A text of pieces that differ, each made from its number. */
function numbered(piece: (n: number) => string): Adversary {
  return (length) => {
    const pieces: string[] = [];
    for (let [n, size] = [0, 0]; size < length; n++) {
      const next = piece(n);
      pieces.push(next);
      size += next.length;
    }
    return pieces.join("");
  };
}

/** A name that no other number has. */
function nameOf(n: number): string {
  let letters = "";
  for (let rest = n + 26; rest > 0; rest = Math.floor(rest / 26))
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
  return `${letters[0]?.toUpperCase()}${letters.slice(1)}ov`;
}

const STATES = ["France", "Kenya", "Chile", "Japan", "Egypt", "Poland", "Turkey", "Ghana", "Nepal", "Peru"] as const;
const state = (n: number): string => STATES[n % STATES.length] ?? "";

/** Runs of one piece, by what it is. */
const RUNS: Readonly<Record<string, string>> = {
  // marks
  "straight quotes": '"', "opening quotes": "“", "closing quotes": "”", "quoted letters": "“a” ", "quotes nested": "“‘", "apostrophes": "’", "quotes never closed": "“Putin said. ",
  "hyphens": "-", "dashes": " — ", "letters with hyphens": "a-", "words broken by print": "tele-\ngram ", "opening brackets": "(", "closing brackets": ")", "letters in brackets": "(a) ", "square brackets": "[a ",
  "commas": ",", "letters with commas": "a, ", "stops": ".", "spaced stops": ". ", "letters with stops": "a. ", "initials": "A.", "states abbreviated": "U.S. ", "ellipses": "…", "question marks": "? ", "colons": "a: ", "semicolons": "; ",
  "slashes": "/", "bars": "| ", "ampersands": "&", "entities": "&amp;", "broken entities": "&amp", "at signs": "@", "hashes": "#", "underscores": "_", "stars": "*", "dollars": "$", "tags": "<b>", "less-than signs": "<",
  // letters, digits, blanks
  "letters without a blank": "a", "capitals without a blank": "A", "single capitals": "A B ", "single letters": "a b ", "words in capitals": "PUTIN ", "lines in capitals": "PUTIN MACRON\n", "digits": "1", "spaced digits": "1 ", "digits with commas": "1,", "digits with stops": "1.", "numbers": "12345 ",
  "newlines": "\n", "newlines and blanks": "\n ", "lines of a letter": "a\n", "paragraphs of a letter": "A\n\n", "carriage returns": "\r\n", "tabs": "\t", "blanks": " ", "hard blanks": "\u00a0", "zero-width spaces": "\u200b", "soft hyphens": "\u00ad",
  "zeros": "\0", "lone surrogates": "\ud83d", "faces": "😀", "accents": "e\u0301", "accents alone": "\u0301", "ligatures": "ﬁ", "Cyrillic": "Путин ", "Chinese": "中",
  "addresses begun": "http://", "addresses": "http://a.b/ ", "mail addresses": "a@b.",
  // words
  "one word": "minister ", "names": "Putin ", "full names": "Vladimir Putin ", "titles": "President ", "titles with names": "President Vladimir Putin, ", "titles of titles": "President of ", "names with commas": "Putin, ", "names without blanks": "Putin",
  "ands": "and ", "names joined by and": "Putin and ", "of the": "of the ", "who": "who ", "he": "he ", "they": "They met. ", "that": "that ", "said that": "he said that ", "verbs": "met ", "infinitives": "to meet ", "verbs joined": "met Putin, called Macron, ",
  "dates": "October 5, 2021 ", "days without a month": "5 October, ", "weekdays": "Tuesday ", "days in figures": "2021-10-05 ", "times of day": "10:30 ", "ages": "aged 69 ",
  "one sentence": "Vladimir Putin met Emmanuel Macron in Moscow and ", "clauses in clauses": "the minister said the president had told the leader that ", "relative clauses": "who met the man ",
  // texts
  "sentences": "Vladimir Putin met Emmanuel Macron. ", "pronouns": "He said so. ", "paragraphs": "He said so.\n\n", "quotations": "“We met,” he said. ", "quotations in parts": "“We met,” Putin said. “They agreed.” ", "calls": "Vladimir Putin spoke by phone with Emmanuel Macron. ",
  "promises": "They agreed to keep in close contact. ", "telegrams": "Putin sent a telegram to Macron on his birthday. ", "accusations": "Russia accused Ukraine of shelling. ", "weekdays told": "They met on Tuesday. ", "promises of names": "Putin told Macron that Russia would send gas to France. ",
  "bylines": "By Reuters\n", "datelines": "MOSCOW, Oct 5 (Reuters) - ", "datelines told": "MOSCOW (AP) — He said.\n\n", "share bars": "Share\nTweet\n", "headings": "# Heading\n\n", "bullets": "- item\n", "items told": "* Putin met Macron\n", "numbered items": "1. Putin met Macron\n", "speakers": "PUTIN: We met.\n", "wrapped lines": "Vladimir Putin met Emmanuel Macron in Moscow on\n",
}; // biome-ignore format: a table reads best so

/** All of them, by name. */
export const ADVERSARIES: ReadonlyMap<string, Adversary> = new Map<string, Adversary>([
  ...Object.entries(RUNS).map(([name, piece]): [string, Adversary] => [name, repeated(piece)]),
  ["brackets nested", (length) => "(".repeat(length / 2) + ")".repeat(length / 2)],
  ["quotes nested and closed", (length) => "“".repeat(length / 2) + "”".repeat(length / 2)],
  ["one long address", (length) => `http://${repeated("a.")(length)}`],
  ["one letter with all accents", (length) => `e${"\u0301".repeat(length)}`],
  ["ever new persons", numbered((n) => `Ivan ${nameOf(n)} met Pyotr ${nameOf(n + 7)}. `)],
  ["ever new bodies", numbered((n) => `The ${nameOf(n)} ministry said so. `)],
  ["ever new calls", numbered((n) => `Prime Minister Ivan ${nameOf(n)} of ${state(n)} spoke by phone with President Pyotr ${nameOf(n + 7)} of ${state(n + 3)} about gas. `)],
  ["ever new meetings of states", numbered((n) => `The president of ${state(n)} met the president of ${state(n + 1 + Math.floor(n / 10))} on ${1 + (n % 28)} March ${1900 + (Math.floor(n / 28) % 150)}. `)],
  ["ever new quotations", numbered((n) => `“We will go to ${nameOf(n)},” said Ivan ${nameOf(n)}. `)],
  ["ever new accusations", numbered((n) => `${state(n)} accused ${state(n + 1 + Math.floor(n / 10))} of shelling ${nameOf(n)}. `)],
  ["ever new topics of one call", (length) => `Vladimir Putin spoke by phone with Emmanuel Macron. ${numbered((n) => `They discussed trade in ${nameOf(n)} and agreed to send ${nameOf(n + 3)} experts. `)(length)}`],
  ["ever new bodies taken up", numbered((n) => `The ${nameOf(n)} Alliance met. The alliance and the ministry said so. `)],
  ["ever new dates", numbered((n) => `They met on ${1 + (n % 28)} March ${1900 + (Math.floor(n / 28) % 150)}. `)],
  ["ever new words", numbered((n) => `${nameOf(n).toLowerCase()} `)],
  ["ever new lines", numbered((n) => `${nameOf(n)} ${nameOf(n + 1)}\n`)],
]); // biome-ignore format: a table reads best so

/** Web pages that break readers of pages. */
export const PAGE_ADVERSARIES: ReadonlyMap<string, Adversary> = new Map<string, Adversary>([
  ["elements nested", (length) => `<html><body>${"<div>".repeat(length / 5)}He said so.`],
  ["inline elements nested", (length) => `<html><body><p>${"<b>".repeat(length / 3)}He said so.`],
  ["elements nested and closed", (length) => `<body>${"<div>".repeat(length / 11)}${"</div>".repeat(length / 11)}`],
  ["lists nested", (length) => `<body>${"<ul><li>a".repeat(length / 9)}`],
  ["tables nested", (length) => `<body>${"<table><tr><td>a".repeat(length / 16)}`],
  ["paragraphs", (length) => `<body><article>${repeated("<p>Putin met Macron in Moscow.</p>")(length)}`],
  ["paragraphs of prose", (length) => `<body><article>${repeated("<p>Vladimir Putin met Emmanuel Macron in Moscow on Tuesday, and they agreed to go on.</p>")(length)}`],
  ["links", (length) => `<body>${repeated('<a href="/a">a</a> ')(length)}`],
  ["line breaks", (length) => `<body>a${repeated("<br>")(length)}b`],
  ["empty elements", (length) => `<body>${repeated("<div></div>")(length)}`],
  ["opening signs", (length) => `<body>${repeated("<")(length)}`],
  ["tags never closed", (length) => `<body>${repeated("<a ")(length)}`],
  ["end tags", (length) => `<body>${repeated("</div>")(length)}`],
  ["attributes", (length) => `<body><p ${repeated("a=b ")(length)}>He said so.</p>`],
  ["ever new attributes", (length) => `<body><p ${numbered((n) => `a${n}=b `)(length)}>He said so.</p>`],
  ["one long attribute", (length) => `<body><p title="${repeated("a")(length)}">He said so.</p>`],
  ["classes", (length) => `<body><p class="${repeated("a ")(length)}">He said so.</p>`],
  ["comments", (length) => `<body>${repeated("<!-- a -->")(length)}`],
  ["a comment never closed", (length) => `<body><!--${repeated("- ")(length)}`],
  ["scripts", (length) => `<body>${repeated("<script>a</script>")(length)}`],
  ["script never closed", (length) => `<body><script>${repeated("</scrip")(length)}`],
  ["entities", (length) => `<body><p>${repeated("&amp;")(length)}`],
  ["blanks", (length) => `<body><p>a${repeated(" ")(length)}b`],
  ["newlines", (length) => `<body><p>a${repeated("\n")(length)}b`],
  ["meta elements", (length) => `<head>${repeated('<meta property="og:title" content="a">')(length)}</head><body>a`],
  ["linked data", (length) => `<head><script type="application/ld+json">${repeated("[")(length)}</script></head><body>a`],
  ["headings", (length) => `<body>${repeated("<h1>He said so</h1>")(length)}`],
  ["table rows", (length) => `<body><table>${repeated("<tr><td>a</td></tr>")(length)}</table>`],
  ["plain text", (length) => `<body>${repeated("Putin met Macron. ")(length)}`],
]); // biome-ignore format: a table reads best so
