import { listOf } from "../route/route.js";
import { useRoute } from "../route/use-route.js";
import { counted } from "../words/numbers.js";
import type { Layer } from "./marks.js";

const SHOWN: readonly (readonly [Layer, string])[] = [
  ["actor", "Actors"],
  ["date", "Dates"],
  ["quote", "Quotes"],
  ["event", "Events"],
  ["contact", "Contacts"],
];

/** What is marked in the text; it stands in the address. */
export function Toolbar({ repairs }: { readonly repairs: number }) {
  const { route, set } = useRoute();
  const hidden = listOf(route.params["hide"]);
  const toggle = (layer: Layer): void =>
    set({ hide: (hidden.includes(layer) ? hidden.filter((each) => each !== layer) : [...hidden, layer]).join(",") });
  const toggleFlag = (name: "repairs" | "original"): void => set({ [name]: route.params[name] === "1" ? "" : "1" });
  return (
    <fieldset className="toolbar">
      <legend className="unseen">What is marked</legend>
      {SHOWN.map(([layer, words]) => (
        <label key={layer} className={`layer ${layer}`}>
          <input type="checkbox" checked={!hidden.includes(layer)} onChange={() => toggle(layer)} />{" "}
          <span>{words}</span>
        </label>
      ))}
      <label className="layer repair">
        <input type="checkbox" checked={route.params["repairs"] === "1"} onChange={() => toggleFlag("repairs")} />{" "}
        <span>{counted(repairs, "repair")}</span>
      </label>
      <label className="layer">
        <input type="checkbox" checked={route.params["original"] === "1"} onChange={() => toggleFlag("original")} />{" "}
        <span>Text as received</span>
      </label>
    </fieldset>
  );
}
