import type { ExportEvent, ExportParty } from "../events/types.js";
import { modesOf, type PloverActor } from "../plover.js";

/**
 * An event by PLOVER's field names with this program's own after them, one line of JSON; `null` for a negated one, which
 * is no part of PLOVER's default list. A field without a value is left out.
 */
export function ploverRows(event: ExportEvent, withNotes: boolean): string[] | null {
  if (event.negated) return null;
  const { document } = event.reports[0];
  const entered = event.basis === "entered";
  const publication = document.outlet ?? document.agency;
  const line = {
    id: event.id,
    ...(event.day === null ? {} : { date: event.day.value }),
    actor: event.actors.map(partyOf),
    recipient: event.recipients.map(partyOf),
    event: event.event,
    mode: modesOf(event),
    context: event.context,
    text: event.text,
    ...(document.title === null ? {} : { headline: document.title }),
    ...(publication === null ? {} : { publication }),
    ...(document.published === null ? {} : { publicationDate: document.published }),
    ...(document.url === null ? {} : { citation: document.url }),
    ...(entered ? {} : { language: [document.language] }),
    ...(withNotes && event.notes.length > 0 ? { comment: event.notes.join("\n") } : {}),
    coder: "Readout",
    ...{ quad: event.quad, score: event.score, cameo: event.cameo, confidence: event.confidence },
    ...(event.day === null ? {} : { dateWhy: event.day.why }),
    ...(entered ? { basis: "entered" } : { document: document.hash, ...sourcesOf(event) }),
  };
  return [`${JSON.stringify(line)}\n`];
}

function sourcesOf({ story, sources, reports }: ExportEvent) {
  return {
    story,
    articles: reports.length,
    sources,
    reports: reports.map(({ document, place }) => ({
      document: document.hash,
      ...(document.outlet === null && document.agency === null ? {} : { publication: document.outlet ?? document.agency }), // biome-ignore format: one line reads best
      ...(document.url === null ? {} : { citation: document.url }),
      place,
    })),
  };
}

function partyOf({ name, code, sector, text, wikidata }: ExportParty): PloverActor {
  return {
    ...(code === null ? {} : { code }),
    ...(sector.length === 0 ? {} : { sector }),
    ...(text === null ? {} : { text }),
    name,
    ...(wikidata === null ? {} : { wikidata }),
  };
}
