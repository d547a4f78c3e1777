import { geoArea, geoCentroid, geoGraticule10, geoNaturalEarth1, geoPath } from "d3-geo";
import type { Geometry, Polygon } from "geojson";
import { useEffect, useMemo, useState } from "react";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import atlasAddress from "world-atlas/countries-110m.json?url";
import { get } from "../api/client.js";
import { asProblem } from "../api/problems.js";
import { ATLAS_NAMES, SMALL_COUNTRIES } from "./countries.js";

/** Units of the picture, which takes the width there is; it ends above the Antarctic, where nobody meets. */
export const [WIDTH, HEIGHT] = [960, 430] as const;

/** The map's outlines as paths, and where on it things are. */
export interface Atlas {
  readonly sphere: string;
  readonly grid: string;
  readonly land: string;
  /** Middle of a country by code and name: longitude and latitude in degrees; `null` for one the atlas does not have. */
  centreOf(code: string, name: string): readonly [number, number] | null;
  /** Place of a longitude and latitude in the picture. */
  project(at: readonly [number, number]): readonly [number, number] | null;
}

/** Fetches the atlas when it is first wanted; what went wrong in words. */
export function useAtlas(): readonly [Atlas | null, string | null] {
  const [topology, setTopology] = useState<Topology | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    get<Topology>(atlasAddress, stop.signal).then(setTopology, (error: unknown) => {
      if (!stop.signal.aborted) setProblem(asProblem(error).message);
    });
    return () => stop.abort();
  }, []);
  return [useMemo(() => (topology === null ? null : makeAtlas(topology)), [topology]), problem];
}

function makeAtlas(topology: Topology): Atlas {
  const projection = geoNaturalEarth1().fitWidth(WIDTH, { type: "Sphere" });
  const path = geoPath(projection).digits(1);
  const { countries } = topology.objects;
  const found = countries === undefined ? null : feature(topology, countries);
  const shapes = found?.type === "FeatureCollection" ? found.features : [];
  const byName = new Map(
    shapes.map((shape) => [String(Reflect.get(Object(shape.properties), "name")), shape.geometry]),
  );
  return {
    sphere: path({ type: "Sphere" }) ?? "",
    grid: path(geoGraticule10()) ?? "",
    land: path({ type: "FeatureCollection", features: shapes }) ?? "",
    centreOf: (code, name) => {
      const shape = byName.get(ATLAS_NAMES[code] ?? name);
      return shape === undefined ? (SMALL_COUNTRIES[code] ?? null) : geoCentroid(mainland(shape));
    },
    project: ([longitude, latitude]) => projection([longitude, latitude]),
  };
}

/** The largest part of a country: the middle of all would lie at sea for France with its departments overseas. */
function mainland(shape: Geometry): Geometry {
  if (shape.type !== "MultiPolygon") return shape;
  const parts = shape.coordinates.map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  return parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest), parts[0] ?? { type: "Polygon", coordinates: [] }); // biome-ignore format: one line reads best
}
