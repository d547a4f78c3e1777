import { geoGraticule10, geoNaturalEarth1, geoPath } from "d3-geo";
import { useEffect, useMemo, useState } from "react";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import atlasAddress from "world-atlas/countries-110m.json?url";
import { get } from "../api/client.js";
import { asProblem } from "../api/problems.js";
import { Loading } from "../parts/states.js";
import { counted } from "../words/numbers.js";
import type { PlaceGroup } from "./places.js";

const [WIDTH, HEIGHT] = [960, 480]; // units of the picture; it takes the width there is

interface Props {
  readonly groups: readonly PlaceGroup[];
  readonly chosen: string;
  readonly choose: (place: string) => void;
}

/** A map with a dot for each place; the list below it tells the same. */
export function WorldMap({ groups, chosen, choose }: Props) {
  const [atlas, problem] = useAtlas();
  const projection = useMemo(() => geoNaturalEarth1().fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], { type: "Sphere" }), []); // biome-ignore format: one line reads best
  const shapes = useMemo(() => (atlas === null ? null : landOf(atlas, projection)), [atlas, projection]);
  if (problem !== null) return <p className="note">The map could not be loaded: {problem}</p>;
  if (shapes === null) return <Loading what="the map" />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture cannot be a fieldset
    <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label="Map of visits and meetings">
      <path d={shapes.sphere} className="sea" />
      <path d={shapes.grid} className="grid" />
      <path d={shapes.land} className="land" />
      {groups.map(({ name, at, items }) => {
        const [x, y] = projection([at[0], at[1]]) ?? [-100, -100];
        return (
          // biome-ignore lint/a11y/useSemanticElements: a picture has no button element
          <g
            key={name}
            role="button"
            tabIndex={0}
            aria-pressed={name === chosen}
            aria-label={`${name}: ${counted(items.length, "contact")}`}
            className={name === chosen ? "dot chosen" : "dot"}
            onClick={() => choose(name)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              choose(name);
            }}
          >
            <title>{`${name}: ${counted(items.length, "contact")}`}</title>
            <circle cx={x} cy={y} r={4 + 3 * Math.sqrt(items.length)} />
            {items.length === 1 ? null : (
              <text x={x} y={y} dy="0.35em">
                {items.length}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function useAtlas(): readonly [Topology | null, string | null] {
  const [atlas, setAtlas] = useState<Topology | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    get<Topology>(atlasAddress, stop.signal).then(setAtlas, (error: unknown) => {
      if (!stop.signal.aborted) setProblem(asProblem(error).message);
    });
    return () => stop.abort();
  }, []);
  return [atlas, problem];
}

function landOf(
  atlas: Topology,
  projection: ReturnType<typeof geoNaturalEarth1>,
): { readonly sphere: string; readonly grid: string; readonly land: string } {
  const path = geoPath(projection).digits(1);
  const { countries } = atlas.objects;
  return {
    sphere: path({ type: "Sphere" }) ?? "",
    grid: path(geoGraticule10()) ?? "",
    land: countries === undefined ? "" : (path(feature(atlas, countries)) ?? ""),
  };
}
