import type { ContactDossier } from "../api/contract.js";
import { useCountryNames } from "../api/meta.js";
import { Badge, Day } from "../parts/badges.js";
import { Link } from "../route/link.js";

type Readout = ContactDossier["readouts"][number];

/** The readouts of each side beside each other, with what only one of them tells, and the sides that have none. */
export function BothSides({ contact }: { readonly contact: ContactDossier }) {
  const country = useCountryNames();
  if (contact.readouts.length === 0 && contact.missingSides.length === 0) return null;
  return (
    <section aria-labelledby="sides-title">
      <h2 id="sides-title">Both sides</h2>
      <div className="sides">
        {contact.readouts.map((readout) => (
          <ReadoutColumn key={readout.document} readout={readout} />
        ))}
        {contact.missingSides.map((side) => (
          <div key={side} className="side-column missing">
            <h3>{country(side)}</h3>
            <p>No readout from {country(side)} found.</p>
            <p className="note">None is in this ledger; that is not to say that none was published.</p>
          </div>
        ))}
      </div>
    </section>
  );
}

function ReadoutColumn({ readout }: { readonly readout: Readout }) {
  const country = useCountryNames();
  return (
    <article className="side-column">
      <h3>
        {readout.side === null ? "No side’s own" : country(readout.side)}{" "}
        <span className="note">{readout.publisher ?? ""}</span>
      </h3>
      <p>
        <Link view="reader" params={{ document: readout.document }}>
          {readout.title ?? "Read"}
        </Link>{" "}
        <Day value={readout.published} basis="publisher" />{" "}
        {readout.copies > 1 ? <span className="note">{readout.copies} copies</span> : null}
      </p>
      <Told title="Topics" told={readout.topics} onlyHere={readout.onlyHere.topics} />
      <Told title="Commitments" told={readout.commitments} onlyHere={readout.onlyHere.commitments} />
      <details>
        <summary>The text</summary>
        <p className="readout-text">{readout.text}</p>
      </details>
    </article>
  );
}

function Told({
  title,
  told,
  onlyHere,
}: {
  readonly title: string;
  readonly told: readonly string[];
  readonly onlyHere: readonly string[];
}) {
  return (
    <>
      <h4>{title}</h4>
      {told.length === 0 ? <p className="note">None told.</p> : null}
      <ul>
        {told.map((text) => (
          <li key={text}>
            {onlyHere.includes(text) ? (
              <>
                <mark className="differs">{text}</mark>{" "}
                <Badge tone="caution" note="The other readouts do not tell of it.">
                  only here
                </Badge>
              </>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
