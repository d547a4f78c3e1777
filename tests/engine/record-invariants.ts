import { type ReadoutRecord, recordSchema } from "../../src/engine/record.js";

type Offsets = readonly number[];

/** Everything a record must hold whatever the text was; a list of what it breaks, empty when it holds. */
export function breaches(record: ReadoutRecord): readonly string[] {
  const parsed = recordSchema.safeParse(record);
  return [
    ...(parsed.success ? [] : [parsed.error.message]),
    ...spanBreaches(record),
    ...textBreaches(record),
    ...idBreaches(record),
    ...referenceBreaches(record),
  ];
}

function spanBreaches(record: ReadoutRecord): readonly string[] {
  const { length } = record.document.text;
  const spans: (readonly [string, Offsets])[] = [];
  const add = (what: string, span: Offsets | null): void => {
    if (span !== null) spans.push([what, span]);
  };
  add("dateline", record.document.dateline?.span ?? null);
  for (const repair of record.document.repairs) add("repair", repair.span);
  for (const notice of record.document.notices) add("notice", notice.span);
  for (const actor of record.actors) for (const mention of actor.mentions) add("mention", mention.span);
  for (const date of record.dates) add("date", date.span);
  for (const claim of record.claims) for (const span of [claim.content, claim.cue, claim.source]) add(claim.id, span);
  for (const event of record.events) for (const span of event.evidence) add(event.id, span);
  for (const contact of record.contacts) {
    for (const span of contact.evidence) add(contact.id, span);
    for (const topic of contact.topics) add(topic.id, topic.span);
    for (const commitment of contact.commitments) for (const span of commitment.evidence) add(commitment.id, span);
    add("occasion", contact.occasion?.span ?? null);
  }
  return spans
    .filter(
      ([what, [start = -1, end = -1]]) =>
        start < 0 || start > end || end > length || (start === end && what !== "repair"),
    )
    .map(([what, span]) => `${what} at ${span.join("–")} of ${length}`);
}

function textBreaches(record: ReadoutRecord): readonly string[] {
  const at = ([start = 0, end = 0]: Offsets): string => record.document.text.slice(start, end);
  return [
    ...record.actors.flatMap((a) => a.mentions.filter((m) => at(m.span) !== m.text).map((m) => `mention “${m.text}”`)),
    ...record.dates.filter((d) => at(d.span) !== d.text).map((d) => `date “${d.text}”`),
    ...record.document.repairs.filter((r) => at(r.span) !== r.after).map((r) => `repair “${r.after}”`),
    ...record.contacts.flatMap((c) => c.topics.filter((t) => at(t.span) !== t.label).map((t) => `topic “${t.label}”`)),
    ...record.contacts
      .filter((c) => c.occasion !== null && at(c.occasion.span) !== c.occasion.text)
      .map((c) => `occasion of ${c.id}`),
    ...record.actors.filter((a) => a.mentions.length === 0).map((a) => `${a.id} is nowhere mentioned`),
  ];
}

function idBreaches(record: ReadoutRecord): readonly string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["a", record.actors.map((a) => a.id)],
    ["c", record.claims.map((c) => c.id)],
    ["e", record.events.map((e) => e.id)],
    ["k", record.contacts.map((k) => k.id)],
    ["t", record.contacts.flatMap((k) => k.topics.map((t) => t.id))],
    ["m", record.contacts.flatMap((k) => k.commitments.map((m) => m.id))],
  ];
  return lists
    .filter(([letter, ids]) => ids.some((id, index) => id !== `${letter}${index + 1}`))
    .map(([letter, ids]) => `ids ${letter}: ${ids.join(" ")}`);
}

function referenceBreaches(record: ReadoutRecord): readonly string[] {
  const known = new Set(
    [...record.actors, ...record.claims, ...record.events, ...record.contacts].map((item) => item.id),
  );
  const used: (string | null)[] = [];
  for (const { speaker, addressee, chain } of record.claims)
    used.push(speaker, addressee, ...chain.map((link) => link.actor));
  for (const { actor, recipient, claims } of record.events) used.push(...actor, ...recipient, ...claims);
  for (const k of record.contacts) {
    used.push(
      ...k.participants,
      ...k.delegation.map((d) => d.actor),
      k.sender,
      k.initiator,
      k.partOf,
      ...k.publishedBy,
      ...k.events,
    );
    for (const m of k.commitments) used.push(...m.by, ...m.to);
    if (k.sender !== null && !k.participants.includes(k.sender)) used.push(`sender ${k.sender} of ${k.id}`);
    if (new Set(k.participants).size < k.participants.length) used.push(`participant twice in ${k.id}`);
  }
  return used.filter((id) => id !== null && !known.has(id)).map((id) => `reference to ${id}`);
}
