import { counted } from "../words/numbers.js";
import { type Atlas, HEIGHT, WIDTH } from "./atlas.js";
import type { PlaceGroup } from "./places.js";

interface Props {
  readonly atlas: Atlas;
  readonly groups: readonly PlaceGroup[];
  readonly chosen: string;
  readonly choose: (place: string) => void;
}

/** A map with a dot for each place; the list below it tells the same. */
export function WorldMap({ atlas, groups, chosen, choose }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture cannot be a fieldset
    <svg className="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label="Map of visits and meetings">
      <path d={atlas.sphere} className="sea" />
      <path d={atlas.grid} className="grid" />
      <path d={atlas.land} className="land" />
      {groups.map((group) => (
        <Dot
          key={group.name}
          group={group}
          at={atlas.project(group.at)}
          chosen={group.name === chosen}
          choose={choose}
        />
      ))}
    </svg>
  );
}

interface DotProps {
  readonly group: PlaceGroup;
  /** Place in the picture; `null` where the projection has none. */
  readonly at: readonly [number, number] | null;
  readonly chosen: boolean;
  readonly choose: (place: string) => void;
}

function Dot({ group: { name, items }, at, chosen, choose }: DotProps) {
  if (at === null) return null;
  const [x, y] = at;
  const label = `${name}: ${counted(items.length, "contact")}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture has no button element
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-label={label}
      className={chosen ? "dot chosen" : "dot"}
      onClick={() => choose(name)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(name);
      }}
    >
      <title>{label}</title>
      <circle cx={x} cy={y} r={4 + 3 * Math.sqrt(items.length)} />
      {items.length === 1 ? null : (
        <text x={x} y={y} dy="0.35em">
          {items.length}
        </text>
      )}
    </g>
  );
}
