import type { Span } from "../base/span.js";
import type { Lemmatiser } from "./lemmas.js";
import { withPlainNames } from "./month-names.js";
import type { Network, Tagged } from "./network.js";
import type { Place } from "./scan.js";
import { DependencyTree } from "./tree.js";
import type { Sentence, Token, Tree, Upos, WordStates } from "./types.js";

/** What turns words into tags, lemmas and trees. */
export interface Analyser {
  readonly network: Network;
  readonly lemma: Lemmatiser;
}

const UPOS: ReadonlySet<string> = new Set(
  "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" "),
);

function isUpos(tag: string): tag is Upos {
  return UPOS.has(tag);
}

/** A sentence that is tagged when its tokens are first asked for, and parsed when its tree is; both are then kept. */
export class ParsedSentence implements Sentence {
  readonly span: Span;
  #tagged: Tagged | null = null;
  #tokens: readonly Token[] | null = null;
  #tree: Tree | null = null;
  #states: WordStates | undefined;
  readonly #text: string;
  readonly #places: readonly Place[];
  readonly #analyser: Analyser;

  constructor(
    readonly index: number,
    readonly paragraph: number,
    text: string,
    places: readonly Place[],
    analyser: Analyser,
  ) {
    this.#text = text;
    this.#places = places;
    this.#analyser = analyser;
    this.span = [places[0]?.[0] ?? 0, places[places.length - 1]?.[1] ?? 0];
  }

  get tokens(): readonly Token[] {
    if (this.#tokens === null) {
      const tagged = this.tagged();
      this.#tokens = this.#places.map((place, i) => this.token(place, i, tagged));
    }
    return this.#tokens;
  }

  get tree(): Tree {
    if (this.#tree === null) {
      const { heads, relations, states } = this.#analyser.network.parse(this.tagged());
      this.#states = { first: this.tagged().states, second: states };
      this.#tree = new DependencyTree(heads, relations, this.#analyser.network.relationNames);
      void this.tokens; // made while the tags are at hand
      this.#tagged = null;
    }
    return this.#tree;
  }

  get states(): WordStates | undefined {
    void this.tree; // the second layer is read for the tree
    return this.#states;
  }

  private tagged(): Tagged {
    if (this.#tagged === null) {
      const { network } = this.#analyser;
      const forms = this.#places.map(([a, b]) => closed(this.#text.slice(a, b)));
      const tagged = network.tag(forms);
      const named = withPlainNames(forms, tagged.xpos);
      this.#tagged = named === null ? tagged : network.tag(named);
    }
    return this.#tagged;
  }

  private token([start, end]: Place, index: number, tagged: Tagged): Token {
    const text = closed(this.#text.slice(start, end));
    const lower = text.toLowerCase().replace(/[‘’]/gu, "'");
    const upos = tagged.upos[index] ?? "X";
    const xpos = tagged.xpos[index] ?? "FW";
    return {
      index,
      start,
      end,
      text,
      lower,
      lemma: this.#analyser.lemma(text, lower, xpos),
      upos: isUpos(upos) ? upos : "X",
      xpos,
    };
  }
}

/** A form without the blank that typesetting put into it (“’ s”). */
function closed(form: string): string {
  return form.includes(" ") ? form.replaceAll(" ", "") : form;
}
