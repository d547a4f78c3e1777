import { count } from "../reports.js";
import type { Brief, BriefContact, Change, ContactDossier } from "../types.js";
import { threadItem } from "./commitments.js";
import { disagreementItem, missingText } from "./contact.js";
import type { Item, Sheet } from "./sheet.js";
import { entryHead, entryItem, pageText } from "./words.js";

/** A brief as a sheet. */
export function briefSheet({ since, today, contacts, changes, contradictions, followUps, page }: Brief): Sheet {
  return {
    title: `Brief of ${today}, since ${since}`,
    lead: [
      `${count(contacts.length, "contact")}, ${count(changes.length, "change")}, ${count(contradictions.length, "contradiction")}, ${count(followUps.length, "follow-up")} due. As reported; nothing here was checked.`,
    ],
    sections: [
      { title: "New contacts", items: contacts.map(contactItem), empty: "None." },
      { title: "Changes", items: changes.map(changeItem), empty: "None." },
      { title: "Told differently", items: contradictions.map(contradictionItem), empty: "Nothing." },
      { title: "Follow-ups due", items: followUps.map((thread) => threadItem(thread, today)), empty: "None." },
    ],
    foot: pageText(page, "contacts"),
  };
} // biome-ignore format: the sentence reads best on one line

function contactItem({ entry, firstSince, missingSides }: BriefContact): Item {
  const item = entryItem(entry);
  const first =
    firstSince === null ? "" : `first ${firstSince.channel} since ${firstSince.day} (${count(firstSince.days, "day")})`;
  return { ...item, details: [first, ...item.details, missingText({ missingSides })] };
}

function changeItem({ before, after, what }: Change): Item {
  const item = entryItem(after);
  return { ...item, details: [`${what} (announced ${before.told ?? "on no known day"})`, ...item.details] };
}

function contradictionItem({ entry, disagreements, readouts }: ContactDossier): Item {
  return {
    mark: entry.day ?? "no day",
    head: entryHead(entry),
    details: disagreements.map((one) => disagreementItem(one, readouts).head),
    id: entry.id,
  };
}
