/** Elements open at a time beyond which a page is none of people: the parser's time grows with the square of the depth. */
const MAX_OPEN = 2_000;

/** Elements that hold nothing and are never closed. */
const VOID = new Set("area base br col embed frame hr img input link meta param source track wbr".split(" "));
/** Elements that the next of their kind closes; a page may leave thousands of them open. */
const CLOSED_BY_NEXT = new Set("dd dt li optgroup option p tbody td tfoot th thead tr".split(" "));

const TAG = /<(\/?)([a-z][a-z0-9:-]{0,40})/gi;

/** Class attributes of ten thousand letters and more, in quotation marks: without marks they hold one class alone. */
const LONG_CLASSES = /\bclass\s{0,9}=\s{0,9}(?:"[^"]{10000,}"|'[^']{10000,}')/gi;

/**
 * A page as the parser can read it in time linear in its length: without the opening tags that stand too deep, and
 * without classes by the thousand on one element, which break it. Other pages come back as they are.
 */
export function limitPage(html: string): string {
  return limitNesting(html.replace(LONG_CLASSES, "class"));
}

/** The page without the opening tags that stand too deep; what they hold stays where it is. */
function limitNesting(html: string): string {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const kept: string[] = [];
  let from = 0;
  for (const { 1: slash, 2: written = "", index } of html.matchAll(TAG)) {
    const name = written.toLowerCase();
    if (VOID.has(name) || CLOSED_BY_NEXT.has(name)) continue;
    if (slash === "/") close(name, open, counts);
    else if (open.length < MAX_OPEN) {
      open.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    } else {
      kept.push(html.slice(from, index));
      from = index + 1 + written.length;
      kept.push("<wbr"); // an element that holds nothing, with the attributes of the one it stands for
    }
  }
  return from === 0 ? html : kept.join("") + html.slice(from);
}

/** Closes the last element of a name with all in it; an end that fits none is passed over, as parsers do. */
function close(name: string, open: string[], counts: Map<string, number>): void {
  if ((counts.get(name) ?? 0) === 0) return;
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    counts.set(last, (counts.get(last) ?? 1) - 1);
    if (last === name) return;
  }
}
