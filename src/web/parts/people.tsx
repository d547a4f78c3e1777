import { Fragment } from "react";
import type { Party } from "../api/contract.js";
import { useCountryNames } from "../api/meta.js";
import { Link } from "../route/link.js";
import { Term } from "./term.js";

/** Someone who takes part: the name in words, code and office on hover or focus. */
export function Person({ party }: { readonly party: Party }) {
  const country = useCountryNames();
  const lines = [party.office, party.code === null ? null : country(party.code)].filter(
    (line) => line !== null && line !== party.name,
  );
  return (
    <Term
      className="person"
      note={
        <>
          <b>{[party.name, party.code].filter((part) => part !== null).join(" · ")}</b>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </>
      }
    >
      {party.name}
    </Term>
  );
}

/** Those who take part, joined by what is between them: “↔” among equals, “→” from sender to addressee. */
export function People({
  parties,
  between,
}: {
  readonly parties: readonly Party[];
  readonly between: "↔" | "→" | "+";
}) {
  const words = { "↔": "with", "→": "to", "+": "and" }[between];
  return (
    <span className="people">
      {parties.map((party, i) => (
        <Fragment key={party.key}>
          {i === 0 ? null : (
            <>
              {" "}
              <span aria-hidden="true" className="between">
                {between}
              </span>
              <span className="unseen">{words}</span>{" "}
            </>
          )}
          <Person party={party} />
        </Fragment>
      ))}
    </span>
  );
}

/** A link to the view of two parties through time, where two are known by code or key. */
export function PairLink({ parties }: { readonly parties: readonly Party[] }) {
  const codes = [...new Set(parties.map((party) => party.code).filter((code) => code !== null))];
  const [a, b] = codes;
  if (a === undefined || b === undefined) return null;
  return (
    <Link view="pair" params={{ a, b }}>
      {a}–{b} over time
    </Link>
  );
}
