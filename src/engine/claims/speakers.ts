import { contains, type Span } from "../base/span.js";
import { calledOn, speaksToYou } from "./addressees.js";
import { type Correspondence, correspondenceIn, tellsOf } from "./correspondence.js";
import { type Draft, spanOf } from "./draft.js";
import { issuerIn } from "./issuers.js";
import type { ClaimLexicon, Medium } from "./lexicon.js";
import { hostIn, interviewBeside, interviewerIn, mediumBeside, mediumOf, publisherIn } from "./media.js";
import type { Memory } from "./memory.js";
import { baseEnd, type Range } from "./phrases.js";
import type { Piece } from "./pieces.js";
import { actorOf } from "./references.js";
import type { Unit } from "./units.js";

/** Who speaks a claim, and by what medium. */
export interface Voice {
  readonly speaker: number | null;
  readonly addressee: number | null;
  readonly reporter: number | null;
  /** Whoever cites the reporter. */
  readonly through: number | null;
  readonly via: string | null;
  /** Where the source's words stand: for a quotation that goes on, those of the claim it goes on from. */
  readonly source: Span | null;
  readonly why: string;
}

interface Owner {
  readonly actor: number | null;
  readonly addressee: number | null;
  readonly why: string;
}

/** Whose page or channel a source is. */
interface Host {
  readonly actor: number;
  readonly via: string;
}

/** Says who speaks each claim, following the article from its beginning. */
export class Speakers {
  #mail: Correspondence | null = null;
  #said: Pick<Voice, "speaker" | "addressee" | "via"> | null = null;

  constructor(
    readonly text: string,
    readonly memory: Memory,
    readonly lexicon: ClaimLexicon,
    /** The two of whose contact the report tells. */
    readonly pair: readonly [number, number] | null = null,
  ) {}

  /** Takes note of a letter, telegram or statement a unit tells of; call it for each unit, before its claims. */
  note(unit: Unit): void {
    this.memory.issued(issuerIn(unit, this.memory, this.lexicon));
    this.#mail = correspondenceIn(unit, this.memory.actors, this.lexicon, this.#mail) ?? this.#mail;
  }

  resolve(draft: Draft): Voice {
    const { unit } = draft;
    const { registry } = this.memory;
    const told = draft.reporter === null ? null : this.#tellerOf(unit, draft.reporter);
    const reporter = told?.actor ?? null;
    const host = draft.source === null ? null : this.#hostOf(unit, draft.source);
    const owner = this.#speakerOf(draft, host);
    if (host === null) this.#noteCarrier(unit, draft.source, owner.actor);
    this.#noteCarrier(unit, draft.reporter, reporter);
    const passedOn =
      reporter !== null && draft.cites === true && /^(?:agency|outlet)$/.test(registry.roleOf(owner.actor) ?? "");
    const own = host?.via ?? this.#mediumOf(draft)?.via;
    const speaker = passedOn ? reporter : owner.actor;
    const letter = this.#letterOf(draft, speaker);
    const via =
      (passedOn ? told?.via : own) ?? mediumBeside(draft, this.lexicon) ?? letter?.via ?? this.#goingOn(draft, speaker);
    const toWhom = draft.addressee === null ? null : this.#addresseeOf(unit, draft.addressee, speaker);
    const heard = toWhom ?? owner.addressee ?? letter?.addressee ?? null;
    const addressee = heard ?? this.#hearer(draft, speaker, via);
    if (draft.act === "speech" && unit.depth === 0) this.#said = { speaker, addressee, via };
    const phrase = passedOn ? draft.reporter : draft.source;
    const named = phrase === null ? null : this.#wholeSpan(unit, spanOf(unit.pieces, phrase));
    const source = named ?? (draft.missing === "last" ? (this.memory.last?.source ?? null) : null);
    if (speaker !== null && draft.source !== null && host === null) registry.called(speaker, unit, draft.source);
    const outer = draft.cites === true ? null : reporter;
    const teller = passedOn ? owner.actor : (outer ?? this.#interviewer(draft, speaker, toWhom)); // “TASS reported, citing Peskov”
    if (draft.act === "speech" && unit.depth === 0) this.memory.remember(speaker, teller, source, unit);
    const through = draft.through === undefined ? null : actorOf(unit, draft.through, this.memory, this.lexicon);
    const toOther = addressee === speaker ? null : addressee;
    return { speaker, addressee: toOther, reporter: teller, through, via, source, why: owner.why };
  }

  /** The medium of the words that a quotation without a source goes on from. */
  #goingOn({ missing, source, kind }: Draft, speaker: number | null): string | null {
    const on = missing === "last" && source === null && kind === "direct" && this.#said?.speaker === speaker;
    return on ? (this.#said?.via ?? null) : null;
  }

  /** The outlet or agency by whose hands words came: “told [the paper]”, “in an interview with [it]”, “in remarks carried by [it]”. */
  #interviewer(draft: Draft, speaker: number | null, toWhom: number | null): number | null {
    const { unit, act } = draft;
    if (act !== "speech" || unit.depth > 0) return null;
    const { registry } = this.memory;
    const interview = interviewBeside(draft);
    if (interview && toWhom !== null && draft.addressee !== null) registry.carries(toWhom, "outlet");
    const roleOf = (actor: number) => registry.roleOf(actor);
    const mentions = this.memory.mentionsOf(unit);
    const held = interview ? interviewerIn(unit, mentions, roleOf) : null;
    const told = toWhom !== null && /^(?:agency|outlet)$/.test(roleOf(toWhom) ?? "") ? toWhom : null;
    const found = held ?? publisherIn(draft, mentions, this.lexicon, roleOf) ?? told;
    return found === speaker ? null : found;
  }

  #speakerOf(draft: Draft, host: Host | null): Owner {
    const { unit, source } = draft;
    if (source === null) return this.#unnamed(draft);
    const medium = this.#mediumOf(draft);
    if (medium?.owner === "sender" || medium?.owner === "issuer") return this.#ownerOf(unit, source, medium);
    const writer = this.#writerOf(unit, source);
    if (writer !== null) return { actor: writer, addressee: null, why: "the letter is its sender's" };
    const actor = host === null ? actorOf(unit, source, this.memory, this.lexicon) : host.actor;
    return { actor, addressee: null, why: "the source names the speaker" };
  }

  /** “Holm received a letter from Berg. In it, [he] …”: what stands in a letter its sender says. */
  #writerOf(unit: Unit, source: Range): number | null {
    const word = unit.pieces[source[0]]?.lower ?? "";
    const mail = this.#mail;
    if (mail?.sender == null || unit.depth > 0 || !/^(?:he|she)$/.test(word)) return null;
    const gender = this.memory.registry.actor(mail.sender)?.gender ?? null;
    const fits = gender === null || gender === (word === "he" ? "m" : "f");
    return fits && unit.pieces[0]?.lower === "in" && tellsOf(unit, mail, this.lexicon) ? mail.sender : null;
  }

  /** Who is cited, and by what medium: “citing [the ministry]'s website”, “citing a statement by [the ministry]”. */
  #tellerOf(unit: Unit, range: Range): { readonly actor: number | null; readonly via: string | null } {
    const host = this.#hostOf(unit, range);
    if (host !== null) return host;
    const medium = mediumOf(unit, range, this.lexicon);
    const issued = medium?.owner === "issuer" || medium?.owner === "sender";
    const issuer = issued ? this.#namedIn(unit, range) : undefined;
    return { actor: issuer ?? actorOf(unit, range, this.memory, this.lexicon), via: medium?.via ?? null };
  }

  /** Whose page or channel a phrase is; a country has none of its own (“Iran's website”). */
  #hostOf(unit: Unit, range: Range): Host | null {
    const found = hostIn(unit, range, this.lexicon);
    const actor = found === null ? null : actorOf(unit, found.host, this.memory, this.lexicon);
    if (found === null || actor === null || this.memory.registry.actor(actor)?.kind === "country") return null;
    return { actor, via: found.via };
  }

  /** Takes note of a source that is an agency or outlet by its noun (“Egypt's Al-Qahera News channel”, not “the channel”). */
  #noteCarrier(unit: Unit, phrase: Range | null, actor: number | null): void {
    if (phrase === null || actor === null) return;
    const end = baseEnd(unit.pieces, phrase[0]);
    const kind = end - phrase[0] > 1 ? carrierAt(unit.pieces, phrase[0], end, this.lexicon) : null;
    if (kind !== null) this.memory.registry.carries(actor, kind);
  }

  #namedIn(unit: Unit, range: Range): number | undefined {
    const span = spanOf(unit.pieces, range);
    return this.memory.mentionsOf(unit).find((m) => contains(span, m.span) && m.actors.length > 0)?.actors[0];
  }

  /** A claim whose source the unit does not name. */
  #unnamed(draft: Draft): Owner {
    if (draft.missing !== "last") return { actor: null, addressee: null, why: "no source stands in the text" };
    const fresh = this.memory.namedIn(draft.unit.paragraph);
    if (fresh !== undefined) return { actor: fresh, addressee: null, why: "the person named just before" };
    const actor = this.memory.last?.speaker ?? null;
    const why = actor === null ? "no source stands in the text" : "goes on from the last speaker";
    return { actor, addressee: null, why };
  }

  #addresseeOf(unit: Unit, range: Range, speaker: number | null): number | null {
    const head = unit.pieces[range[0]];
    const noun = unit.pieces[baseEnd(unit.pieces, range[0])]?.lower ?? "";
    if (/^(?:addressee|recipient)s?$/.test(noun) && this.#mail !== null) return this.#mail.addressee;
    if (head?.tag !== "PRP") return actorOf(unit, range, this.memory, this.lexicon);
    const own = this.memory.mentionsOf(unit).find((m) => m.span[0] === head.start && m.span[1] === head.end);
    const other = own?.actors.find((a) => a !== speaker);
    const isPerson = (index: number): boolean => this.memory.registry.actor(index)?.kind === "person";
    return other ?? this.memory.spoken.find((s) => s !== speaker && isPerson(s)) ?? null;
  }

  /** Whom words name themselves, to whom the same quotation began, or the other of two in contact where it is said to “you”. */
  #hearer(
    { unit, kind, content, missing, act, addressee }: Draft,
    speaker: number | null,
    via: string | null,
  ): number | null {
    if (speaker === null || kind === "indirect" || act !== "speech" || unit.depth > 0) return null;
    const { actors } = this.memory;
    const sentences = [...new Set(unit.pieces.map((p) => p.sentence))];
    const named = calledOn(this.text, content, actors, sentences);
    if (named !== null || (missing === "last" && this.#said?.speaker === speaker))
      return named ?? this.#said?.addressee ?? null;
    if (
      via !== null ||
      addressee !== null ||
      !speaksToYou(this.text.slice(...content)) ||
      this.pair?.includes(speaker) !== true
    )
      return null;
    return this.pair.find((p) => p !== speaker) ?? null;
  }

  /** The letter a claim of its sender stands in: words to “you”, or written, or told of as in it; they go to its addressee. */
  #letterOf(draft: Draft, speaker: number | null): Correspondence | null {
    if (speaker === null || this.#mail === null || this.#mail.sender !== speaker) return null;
    if (draft.unit.depth === 0 && tellsOf(draft.unit, this.#mail, this.lexicon)) return this.#mail;
    const content = this.text.slice(draft.content[0], draft.content[1]);
    const cue = draft.cue === null ? "" : this.text.slice(draft.cue[0], draft.cue[1]);
    const second = draft.kind === "direct" && /\byou(?:r|rs)?\b/i.test(content);
    return second || /^(?:wrote|writes|write)$/.test(cue) ? this.#mail : null;
  }

  /** The document that is the source; “it” right after a letter is the letter. */
  #mediumOf({ unit, source }: Draft): Medium | null {
    if (source === null) return null;
    const medium = mediumOf(unit, source, this.lexicon);
    if (medium !== null || unit.pieces[source[0]]?.lower !== "it" || !this.#mail?.fresh(unit)) return medium;
    return { via: this.#mail.via, owner: "sender" };
  }

  /** Whose words a document holds: the owner its phrase names, else the letter's sender, else the standing source. */
  #ownerOf(unit: Unit, source: Range, medium: Medium): Owner {
    const named = this.#namedIn(unit, source);
    if (named !== undefined) return { actor: named, addressee: null, why: "the document is the named actor's" };
    const mail = this.#mail;
    const { standing } = this.memory;
    if (mail !== null && (mail.recent(unit) || (medium.owner === "sender" && standing === null)))
      return { actor: mail.sender, addressee: mail.addressee, why: `a ${mail.via}'s words are its sender's` };
    if (standing !== null) return { actor: standing, addressee: null, why: "the document is the standing source's" };
    const last = this.memory.last?.speaker ?? null;
    if (last !== null) return { actor: last, addressee: null, why: "the document is taken to be the last speaker's" };
    const own = this.memory.registry.find(unit, source, (word) => this.memory.phrase(word));
    return { actor: own, addressee: null, why: "the document is its own source" };
  }

  /** A source span that cuts a mention in two is taken to the mention's edge. */
  #wholeSpan(unit: Unit, [start, end]: Span): Span {
    const cut = this.memory
      .mentionsOf(unit)
      .filter((m) => m.kind !== "pronoun" && m.span[0] < start && m.span[1] > start && m.span[1] <= end);
    return [Math.min(start, ...cut.map((m) => m.span[0])), end];
  }
}

/** What a phrase is by its noun: “the Interpress [news agency]”, “the Interpress [agency]”; no agency of another kind. */
function carrierAt(
  pieces: readonly Piece[],
  first: number,
  end: number,
  { carriers }: ClaimLexicon,
): "agency" | "outlet" | null {
  const noun = pieces[end];
  const before = pieces[end - 1];
  const kind = carriers.get(`${before?.lower} ${noun?.lower}`) ?? carriers.get(noun?.lower ?? "");
  if (kind !== "named") return kind === "somebody" || kind === undefined ? null : kind;
  const isNamed = before?.tag.startsWith("NNP") === true && pieces[end - 2]?.tag === "DT" && end - 2 === first;
  return isNamed && noun?.token?.text === noun?.lower ? "agency" : null;
}
