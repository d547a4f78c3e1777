import type { ActorTable } from "../actors/types.js";
import type { Sentence, Upos } from "../language/types.js";
import { hashText } from "./hashing.js";
import type { Piece } from "./pieces.js";
import type { Unit } from "./units.js";

/** A piece as the models see it: its words as numbers, its place in the tree. */
export interface Node {
  readonly piece: Piece;
  /** Piece it hangs on; -1 for a root. */
  readonly parent: number;
  readonly children: readonly number[];
  /** Relation to the parent without its subtype; `acl:relcl` and `nsubj:pass` keep theirs. */
  readonly relation: string;
  readonly upos: Upos | "QUOTE";
  readonly lemma: string;
  /** Hashes of lemma, lower-case word, Penn tag and relation. */
  readonly lemmaHash: number;
  readonly lowerHash: number;
  readonly tagHash: number;
  readonly relationHash: number;
  /** What the actor stage makes of the piece: kind of the actor it names, `""` where it names none. */
  readonly actor: string;
}

/** A unit as one tree over its pieces: a quotation is a single node. */
export interface Scene {
  readonly unit: Unit;
  readonly nodes: readonly Node[];
}

const KEPT_SUBTYPES: ReadonlySet<string> = new Set(["acl:relcl", "nsubj:pass", "aux:pass", "obl:agent", "nmod:poss"]);

/** Hangs the pieces of a unit on each other by the trees of its sentences. */
export function makeScene(unit: Unit, sentences: readonly Sentence[], actors: ActorTable): Scene {
  const places = unit.pieces.map(() => ({ parent: -1, relation: "root", upos: "X" as Upos }));
  for (const sentence of sentencesOf(unit, sentences)) hang(unit, sentence, places);
  loosen(places);
  const kinds = actorKinds(unit, actors);
  const children: number[][] = unit.pieces.map(() => []);
  places.forEach((place, index) => {
    children[place.parent]?.push(index);
  });
  const nodes = unit.pieces.map((piece, index): Node => {
    const { parent, relation } = places[index] ?? { parent: -1, relation: "root" };
    const lemma = piece.token?.lemma.toLowerCase() ?? "";
    return {
      piece,
      parent,
      children: children[index] ?? [],
      relation,
      upos: piece.token?.upos ?? "QUOTE",
      lemma,
      lemmaHash: hashText(lemma),
      lowerHash: hashText(piece.lower),
      tagHash: hashText(piece.tag),
      relationHash: hashText(relation),
      actor: kinds[index] ?? "",
    };
  });
  return { unit, nodes };
}

function sentencesOf({ pieces }: Unit, sentences: readonly Sentence[]): readonly Sentence[] {
  const end = pieces.at(-1)?.end ?? 0;
  const found: Sentence[] = [];
  for (let s = pieces[0]?.sentence ?? 0; s < sentences.length; s++) {
    const sentence = sentences[s];
    if (sentence === undefined || sentence.span[0] >= end) break;
    found.push(sentence);
  }
  return found;
}

interface Place {
  parent: number;
  relation: string;
  upos: Upos;
}

/** Gives each piece the nearest head that lies in another piece. */
function hang({ pieces }: Unit, { tokens, tree }: Sentence, places: Place[]): void {
  const pieceOf = new Int32Array(tokens.length).fill(-1);
  let at = 0;
  for (const token of tokens) {
    while (at < pieces.length && (pieces[at]?.end ?? 0) <= token.start) at++;
    const piece = pieces[at];
    if (piece !== undefined && piece.start <= token.start) pieceOf[token.index] = at;
  }
  for (const token of tokens) {
    const own = pieceOf[token.index] ?? -1;
    const place = places[own];
    if (place === undefined) continue;
    let head = tree.heads[token.index] ?? -1;
    // The way up may lead through words outside the unit; a tree has no circles, so it ends.
    while (head >= 0 && (pieceOf[head] ?? -1) < 0) head = tree.heads[head] ?? -1;
    const parent = head < 0 ? -1 : (pieceOf[head] ?? -1);
    if (parent === own) continue;
    if (pieces[own]?.quote !== null && place.parent >= 0 && parent < 0) continue;
    const relation = tree.relation(token.index);
    place.parent = parent;
    place.relation = parent < 0 ? "root" : KEPT_SUBTYPES.has(relation) ? relation : (relation.split(":")[0] ?? "dep");
    place.upos = token.upos;
  }
}

/** Quotations that hang on what hangs on them would close a circle: they become roots. */
function loosen(places: Place[]): void {
  places.forEach((place, index) => {
    let at = place.parent;
    for (let steps = 0; at >= 0 && steps <= places.length; steps++) {
      if (at === index) {
        place.parent = -1;
        place.relation = "root";
        return;
      }
      at = places[at]?.parent ?? -1;
    }
  });
}

/** For each piece the kind of actor it names: the shortest mention that holds it decides. */
function actorKinds({ pieces }: Unit, actors: ActorTable): readonly string[] {
  const kinds = pieces.map(() => "");
  let sentence = -1;
  for (const { sentence: s } of pieces) {
    if (s === sentence) continue;
    sentence = s;
    for (const mention of actors.inSentence(s)) {
      const kind = actors.actors[mention.actors[0] ?? -1]?.kind;
      if (kind === undefined) continue;
      pieces.forEach((piece, index) => {
        if (piece.quote === null && mention.span[0] <= piece.start && piece.end <= mention.span[1])
          kinds[index] = mention.kind === "pronoun" ? `pronoun-${kind}` : kind;
      });
    }
  }
  return kinds;
}
