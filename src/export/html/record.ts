import { codeOf, type Labels } from "../labels.js";
import { whyNothing } from "../why-nothing.js";
import { type CardOptions, contactCard, eventCard, quoteCard } from "./cards.js";
import { partHtml, words } from "./parts.js";

/** The record of an article: contacts first, then events, quotes, and what they rest on. */
export function recordHtml(labels: Labels, prefix: string, explain: boolean): string {
  const options: CardOptions = { labels, prefix, explain };
  const { record } = labels;
  const said = record.claims.filter((claim) => claim.act === "speech");
  const thought = record.claims.filter((claim) => claim.act !== "speech");
  return [
    noticePart(labels),
    partHtml(
      "Contacts",
      record.contacts.map((contact) => contactCard(contact, options)),
      "contacts",
    ),
    partHtml(
      "Events",
      record.events.map((event) => eventCard(event, options)),
      "events",
    ),
    nothingPart(labels),
    partHtml(
      "Quotes",
      said.map((claim) => quoteCard(claim, options)),
      "quotes",
    ),
    folded(
      "Beliefs, intentions, perceptions",
      partHtml(
        "Not said but told",
        thought.map((claim) => quoteCard(claim, options)),
        "quotes",
      ),
      explain,
    ),
    actorPart(labels, prefix),
    datePart(labels, prefix),
    repairPart(labels, prefix),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function folded(title: string, inner: string, open: boolean): string {
  return inner === ""
    ? ""
    : `<details class="more"${open ? " open" : ""}><summary>${title}</summary>${inner}</details>`;
}

function noticePart({ record }: Labels): string {
  return partHtml(
    "Notices",
    record.document.notices.map((notice) => `<p class="notice">${words(notice.message)}</p>`),
    "notices",
  );
}

function nothingPart({ record }: Labels): string {
  const reasons = whyNothing(record);
  if (reasons.length === 0) return "";
  return `<section class="part"><h3>No event was coded</h3>${reasons.map((reason) => `<p class="nothing">${words(reason)}</p>`).join("")}</section>`;
}

function table(title: string, heads: readonly string[], rows: readonly string[], kind: string): string {
  if (rows.length === 0) return "";
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join("");
  return `<section class="part ${kind}"><h3>${title} <small>${rows.length}</small></h3><table><thead><tr>${head}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table></section>`;
}

function actorPart({ record }: Labels, prefix: string): string {
  const rows = record.actors.map((actor) => {
    const about = [actor.office ?? "", actor.why].filter((part) => part !== "").join(" · ");
    return `<tr id="${prefix}-${actor.id}"><td>${words(actor.name)}<span class="note">${words(about)}</span></td><td><code>${words(codeOf(actor))}</code></td><td class="number">${actor.mentions.length}</td></tr>`;
  });
  return table("Actors", ["Name", "Code", "Told"], rows, "actors");
}

function datePart({ record }: Labels, prefix: string): string {
  const rows = record.dates.map(
    (date, i) =>
      `<tr id="${prefix}-d${i + 1}"><td>${words(date.text)}<span class="note">${words(date.why)}</span></td><td><code>${words(date.value)}</code></td></tr>`,
  );
  return table("Dates", ["In the text", "Value"], rows, "dates");
}

/** Text this long is enough to know what was taken away. */
const SHOWN = 80;

function repairPart({ record }: Labels, prefix: string): string {
  const rows = record.document.repairs.flatMap((repair, i) => {
    const [before, after] = [words(short(repair.before)), words(short(repair.after))];
    if (before === after) return [];
    return [
      `<tr id="${prefix}-r${i + 1}"><td><del>${before}</del></td><td>${after === "" ? '<span class="note">removed</span>' : `<ins>${after}</ins>`}</td><td><span class="note">${repair.kind}</span></td></tr>`,
    ];
  });
  return table("Repairs", ["Printed", "Read as", "Kind"], rows, "repairs");
}

function short(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)} …`;
}
