import { overlaps, type Span } from "../../src/engine/base/span.js";
import { argumentFeatures, waysFrom } from "../../src/engine/claims/argument-features.js";
import { CONTENT, SOURCE } from "../../src/engine/claims/claim-model.js";
import { type CueContext, cueFeatures } from "../../src/engine/claims/cue-features.js";
import { FeatureList, join } from "../../src/engine/claims/hashing.js";
import { type ClaimInput, type ClaimLexicon, readInner, readUnit } from "../../src/engine/claims/index.js";
import { cueContexts } from "../../src/engine/claims/judge.js";
import { findQuotations } from "../../src/engine/claims/quotations.js";
import { makeScene, type Scene } from "../../src/engine/claims/scene.js";
import { innerUnits, makeUnits } from "../../src/engine/claims/units.js";
import type { Attribution, Labelled } from "./articles.js";

/** A word that may be a cue. */
export interface CueExample {
  readonly features: Int32Array;
  readonly isCue: boolean;
}

/** The pieces around a cue: none of its, its source, its content. */
export interface ArgumentExample {
  readonly features: readonly Int32Array[];
  readonly labels: Uint8Array;
}

/** What an article teaches. */
export interface Lesson {
  readonly cues: readonly CueExample[];
  readonly arguments: readonly ArgumentExample[];
}

interface Stage {
  readonly scene: Scene;
  readonly contexts: ReadonlyMap<number, CueContext>;
}

/** Every unit of an article, with the words that may be cues. */
function stagesOf(input: ClaimInput, lexicon: ClaimLexicon): readonly Stage[] {
  const quotations = findQuotations(input.text, input.document.paragraphs, lexicon);
  const units = makeUnits(input.text, input.sentences, quotations, input.actors);
  const drafted = units.map((unit, i) => ({ unit, drafts: readUnit(unit, units[i - 1], input, lexicon) }));
  const inner = innerUnits(input.sentences, quotations, input.actors).map((unit) => ({
    unit,
    drafts: readInner(unit, lexicon),
  }));
  return [...drafted, ...inner].map(({ unit, drafts }) => {
    const scene = makeScene(unit, input.sentences, input.actors);
    return { scene, contexts: new Map(cueContexts(scene, drafts, lexicon)) };
  });
}

/** Share of a piece that lies in spans. */
function share([start, end]: Span, spans: readonly Span[]): number {
  const held = spans.map(([s, e]) => Math.max(0, Math.min(e, end) - Math.max(s, start)));
  return held.reduce((a, b) => a + b, 0) / (end - start || 1);
}

const FULL: ReadonlySet<string> = new Set(["VERB", "NOUN", "ADJ"]);

/**
 * The piece that carries an annotated cue: the one the rules take (“used the occasion to urge”), else of those nearest
 * the root the first with a meaning of its own; -1 when none is in the unit.
 */
function cueHead({ scene: { nodes }, contexts }: Stage, cue: readonly Span[]): number {
  const inside = [...nodes.keys()].filter((i) => {
    const piece = nodes[i]?.piece;
    return piece !== undefined && piece.quote === null && share([piece.start, piece.end], cue) > 0.5;
  });
  const ruled = inside.find((i) => contexts.get(i)?.proposal != null);
  if (ruled !== undefined) return ruled;
  const held = new Set(inside);
  const tops = inside.filter((i) => !held.has(nodes[i]?.parent ?? -1));
  const rank = (i: number): number => (FULL.has(nodes[i]?.upos ?? "") ? 0 : contexts.has(i) ? 1 : 2);
  const best = [...(tops.length > 0 ? tops : inside)].sort((a, b) => rank(a) - rank(b) || a - b)[0] ?? -1;
  return contexts.has(best) ? best : -1;
}

function headsOf(stage: Stage, attributions: readonly Attribution[]): ReadonlyMap<number, readonly Attribution[]> {
  const { nodes } = stage.scene;
  const whole: Span = [nodes[0]?.piece.start ?? 0, nodes.at(-1)?.piece.end ?? 0];
  const heads = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    if (!attribution.cue.some((span) => overlaps(span, whole))) continue;
    const head = cueHead(stage, attribution.cue);
    if (head >= 0) heads.set(head, [...(heads.get(head) ?? []), attribution]);
  }
  return heads;
}

/**
 * What an article teaches.
 *
 * @param quoted Whether its attributions are quotations alone, in another team's manner: they teach extents only, and
 * features of their own take up what is the manner's.
 */
export function lessonOf(article: Labelled, input: ClaimInput, lexicon: ClaimLexicon, quoted: boolean): Lesson {
  const cues: CueExample[] = [];
  const found: ArgumentExample[] = [];
  const list = new FeatureList();
  for (const stage of stagesOf(input, lexicon)) {
    const heads = headsOf(stage, article.attributions);
    for (const [at, context] of stage.contexts) {
      cueFeatures(at, context, list);
      cues.push({ features: list.names.slice(), isCue: heads.has(at) });
      const own = heads.get(at);
      if (own !== undefined) found.push(argumentsOf(at, context, own, quoted));
    }
  }
  return { cues, arguments: found };
}

/** Template of the features that only quotations have. */
const MANNER = 77_001;

function argumentsOf(
  at: number,
  context: CueContext,
  attributions: readonly Attribution[],
  quoted: boolean,
): ArgumentExample {
  const { nodes } = context.scene;
  const list = new FeatureList();
  const ways = waysFrom(at, context.scene);
  const features = nodes.map((_, index) => {
    argumentFeatures(index, { ...context, cue: at, ways }, list);
    const way = ways[index];
    if (quoted && way !== undefined) for (const value of [0, way.branch, join(way.path, 1)]) list.add(MANNER, value);
    return list.names.slice();
  });
  const labels = Uint8Array.from(nodes, ({ piece }, index) => {
    const span: Span = [piece.start, piece.end];
    if (index === at) return 0;
    if (attributions.some((a) => share(span, a.source) > 0.5)) return SOURCE;
    return attributions.some((a) => share(span, a.content) > 0.5) ? CONTENT : 0;
  });
  return { features, labels };
}
