import type { Actor } from "../actors/types.js";
import type { SourceRegistry } from "./registry.js";

/** How many speakers back “he” may reach. */
const MEMORY = 4;

/**
 * Whom a pronoun means that stands as the source of a claim. A speaker who goes on speaking is meant before anybody
 * else, unless another person has been named since.
 *
 * @param own What the actor stage makes of the pronoun.
 * @param spoken Those who have spoken, the latest first.
 * @param named Persons named since the last claim, the latest first.
 * @param body The body or country that acted last: no person is “it”.
 */
export function resolvePronoun(
  pronoun: string,
  own: readonly number[],
  spoken: readonly number[],
  named: readonly number[],
  registry: SourceRegistry,
  body: number | null,
): number | null {
  const last = spoken[0] ?? null;
  const lastActor = registry.actor(last);
  const ownActor = registry.actor(own[0] ?? null);
  if (/^(?:he|she|him|her|his|himself|herself)$/.test(pronoun)) {
    const gender = /^(?:he|him|his|himself)$/.test(pronoun) ? "m" : "f";
    const fits = (actor: Actor | undefined): boolean =>
      actor !== undefined &&
      (actor.kind === "person" || registry.isSomebody(actor.index)) &&
      (actor.gender === null || actor.gender === gender);
    const fresh = named.find((n) => fits(registry.actor(n)));
    if (fresh !== undefined) return fresh;
    if (gender === "f" && lastActor?.role === "press-service") return last;
    const speaker = spoken.slice(0, MEMORY).find((s) => fits(registry.actor(s)));
    if (speaker !== undefined) return speaker;
    if (ownActor?.kind === "person" || ownActor?.role === "press-service") return own[0] ?? null;
    // The gender of somebody unknown is read off a given name and may be wrong; a speaker who goes on is the likelier.
    const unknown = (index: number): boolean => {
      const actor = registry.actor(index);
      return actor?.kind === "person" && actor.wikidata === null;
    };
    return [...spoken.slice(0, MEMORY), ...named].find(unknown) ?? null;
  }
  if (pronoun === "it" || pronoun === "its") {
    const fits = (actor: Actor | undefined): boolean => actor !== undefined && !/^(?:person|group)$/.test(actor.kind);
    if (fits(lastActor)) return last;
    return fits(ownActor) ? (own[0] ?? null) : (body ?? last);
  }
  if (/^(?:they|their|them)$/.test(pronoun)) return own[0] ?? last;
  return own[0] ?? null;
}
