import type { ReactNode } from "react";
import { dayWords, zoneNote } from "../words/days.js";
import { percent } from "../words/numbers.js";
import { Term } from "./term.js";

const MEANING = "How sure Readout is that the text says this, not that it happened.";

/** How sure, with what that means. */
export function Confidence({ value, why }: { readonly value: number; readonly why?: string | null | undefined }) {
  return (
    <Term
      className={`confidence ${value < 0.6 ? "low" : ""}`}
      note={
        <>
          <b>{percent(value)} sure</b>
          <span>{MEANING}</span>
          {why ? <span>Because: {why}</span> : null}
        </>
      }
    >
      {percent(value)} sure
    </Term>
  );
}

/** A day as words, and whose day it is. */
export function Day({
  value,
  why,
  basis,
}: {
  readonly value: string | null;
  readonly why?: string | null | undefined;
  readonly basis?: "text" | "publisher";
}) {
  if (value === null) return <span className="day">day not stated</span>;
  return (
    <span className="day">
      <time dateTime={value}>{dayWords(value)}</time>{" "}
      <Term
        className="zone"
        note={
          <>
            <b>{value}</b>
            <span>{zoneNote(basis ?? "text").long}</span>
            {why ? <span>{why}</span> : null}
          </>
        }
      >
        {zoneNote(basis ?? "text").short}
      </Term>
    </span>
  );
}

/** An instant, in UTC. */
export function Instant({ value }: { readonly value: string }) {
  return (
    <time className="day" dateTime={value}>
      {value.slice(0, 16).replace("T", " ")} UTC
    </time>
  );
}

export function Badge({
  tone,
  note,
  children,
}: {
  readonly tone: string;
  readonly note: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Term className={`badge ${tone}`} note={<span>{note}</span>}>
      {children}
    </Term>
  );
}
