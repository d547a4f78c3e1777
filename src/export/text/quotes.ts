import type { ClaimRecord } from "../../engine/record.js";
import { clean } from "../clean.js";
import { chainLine } from "../labels.js";
import { shorten, wrap } from "./layout.js";
import { because, block, type Page, section } from "./page.js";

/** Lines shown of one quote. */
const QUOTE_LINES = 4;

/** What is said; beliefs, intentions and perceptions only where everything is asked for. */
export function quoteLines(page: Page): string[] {
  const { claims } = page.labels.record;
  const shown = page.options.explain ? claims : claims.filter((claim) => claim.act === "speech");
  const lines = shown.flatMap((claim, i) => [...(i === 0 ? [] : [""]), ...oneQuote(page, claim)]);
  const left = claims.length - shown.length;
  if (left > 0)
    lines.push(
      page.paint.dim(
        `  and ${left} ${left === 1 ? "belief, intention or perception" : "beliefs, intentions and perceptions"} (--explain lists all)`,
      ),
    );
  return section(page, "QUOTES", lines);
}

const KINDS: Readonly<Record<ClaimRecord["kind"], string>> = {
  direct: "",
  indirect: "reported",
  mixed: "partly quoted",
};
const STANCES: Readonly<Record<ClaimRecord["stance"], string>> = {
  asserts: "",
  denies: "denies",
  doubts: "doubts",
  asks: "asks",
  promises: "promises",
};

function oneQuote(page: Page, claim: ClaimRecord): string[] {
  const { labels, paint } = page;
  const source = claim.source === null ? "(speaker not known)" : `“${labels.text(claim.source)}”`;
  const speaker = claim.speaker === null ? source : labels.full(claim.speaker);
  const addressee = claim.addressee === null ? "" : ` to ${labels.full(claim.addressee)}`;
  const manner = [STANCES[claim.stance], claim.act === "speech" ? "" : claim.act, KINDS[claim.kind]]
    .filter((part) => part !== "")
    .join(", ");
  const head = `${paint.bold(clean(speaker))}${clean(addressee) === "" ? "" : ` ${clean(addressee)}`}${manner === "" ? "" : paint.yellow(`, ${manner}`)}`;
  const lines = wrap(clean(labels.text(claim.content)), page.options.width - 6);
  const chain = chainLine(claim, labels);
  return [
    ...wrap(head, page.options.width - 2).map((line) => `  ${line}`),
    ...shorten(lines, page.options.explain ? lines.length : QUOTE_LINES).map(
      (line) => `    ${claim.kind === "indirect" ? line : paint.italic(line)}`,
    ),
    ...(claim.chain.length < 2 ? [] : block(page, chain, 4, paint.dim)),
    ...because(page, claim.why, claim.confidence),
  ];
}
