import * as Plot from "@observablehq/plot";
import { useEffect, useRef, useState } from "react";
import type { PairView } from "../api/contract.js";
import { channelWords } from "../words/codes.js";
import { signed } from "../words/numbers.js";

const LEAST_FOR_A_LINE = 5; // a line through fewer points would show a trend that nobody can know
const HEIGHT = 220; // pixels
const MONTH_LENGTH = 7; // of “2023-01”: a contact of which only the year is known has no place on the line

interface Point {
  readonly day: Date;
  readonly period: string;
  readonly score: number;
  readonly entries: number;
}

/** Contacts by channel, and the score as points with their number; the same as a table for those who do not see them. */
export default function Charts({ pair }: { readonly pair: PairView }) {
  const points = pair.periods.flatMap(({ period, entries, score }) =>
    score === null ? [] : [{ day: firstDay(period), period, score, entries }],
  );
  return (
    <div className="charts">
      <figure>
        <figcaption>Contacts by channel; hollow where it is not told as held</figcaption>
        <Chart
          label="Contacts by channel through time; the list below tells each"
          draw={(width) => channelChart(pair, width)}
        />
      </figure>
      <figure>
        <figcaption>
          Cooperation and conflict: mean score of a period, −10 to +10, with the number of entries it rests on
        </figcaption>
        <Chart
          label="Mean score by period; the table below tells the figures"
          draw={(width) => scoreChart(points, width)}
        />
        <details>
          <summary>As a table</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Period</th>
                <th scope="col">Mean score</th>
                <th scope="col">Entries</th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ period, score, entries }) => (
                <tr key={period}>
                  <td>{period}</td>
                  <td>{signed(score)}</td>
                  <td>{entries}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
    </div>
  );
}

/** A chart that fills the width there is. Plot's own style element is taken away: the security policy forbids it. */
function Chart({ label, draw }: { readonly label: string; readonly draw: (width: number) => Element }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setWidth(Math.round(element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const element = box.current;
    if (element === null || width === 0) return;
    const chart = draw(width);
    for (const style of chart.querySelectorAll("style")) style.remove();
    for (const part of chart.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label"); // told by the box
    element.replaceChildren(chart);
  }, [draw, width]);
  return <div ref={box} className="chart" role="img" aria-label={label} />;
}

function channelChart(pair: PairView, width: number): Element {
  const contacts = pair.entries.flatMap(({ channel, day, status }) =>
    channel === null || day === null || day.length < MONTH_LENGTH
      ? []
      : [{ day: firstDay(day), channel: channelWords(channel), held: status === "held" }],
  );
  const channels = [...new Set(contacts.map(({ channel }) => channel))].sort();
  return Plot.plot({
    width,
    height: 60 + 28 * Math.max(1, channels.length),
    marginLeft: 90,
    marginTop: 10,
    insetLeft: 10, // the first dot stands clear of its channel's name
    insetRight: 8,
    x: { type: "utc", label: null },
    y: { domain: channels, label: null },
    marks: [
      Plot.gridY({ strokeOpacity: 0.15 }),
      Plot.dot(
        contacts.filter(({ held }) => held),
        { x: "day", y: "channel", r: 5, fill: "currentColor", fillOpacity: 0.75 },
      ),
      Plot.dot(
        contacts.filter(({ held }) => !held),
        { x: "day", y: "channel", r: 5, stroke: "currentColor", strokeWidth: 1.5 },
      ),
    ],
  });
}

function scoreChart(points: readonly Point[], width: number): Element {
  return Plot.plot({
    width,
    height: HEIGHT,
    marginTop: 25,
    insetLeft: 14, // the figure of a first point stands clear of the axis
    insetRight: 8,
    x: { type: "utc", label: null },
    y: { domain: [-10, 10], label: null, tickFormat: (score: number) => signed(score) },
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.5 }),
      points.length < LEAST_FOR_A_LINE ? null : Plot.line(points, { x: "day", y: "score", strokeOpacity: 0.4 }),
      Plot.dot(points, { x: "day", y: "score", r: 5, fill: "currentColor" }),
      Plot.text(points, {
        x: "day",
        y: "score",
        text: ({ entries }: Point) => String(entries),
        dy: -12,
        fill: "currentColor",
      }),
    ],
  });
}

/** The first day of a period that an ISO day or its prefix names, as a moment in UTC. */
function firstDay(period: string): Date {
  const [year = "1970", month = "01", day = "01"] = period.split("-");
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}
