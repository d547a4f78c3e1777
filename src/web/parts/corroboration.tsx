import type { ContactCard, Corroboration } from "../api/contract.js";
import { useCountryNames } from "../api/meta.js";
import { counted, joined } from "../words/numbers.js";
import { Badge } from "./badges.js";
import { Term } from "./term.js";

/** “7 articles, 2 independent sources”, with their names. */
export function Sources({ of }: { readonly of: Corroboration }) {
  const names = of.origins.length === 0 ? "No source is named." : `Named: ${joined(of.origins)}.`;
  return (
    <Term
      className="sources"
      note={
        <>
          <b>{counted(of.sources, "independent source")}</b>
          <span>{names}</span>
          <span>Copies of one text count once, under the agency they credit.</span>
        </>
      }
    >
      {counted(of.articles, "article")}, {counted(of.sources, "independent source")}
    </Term>
  );
}

/** What a reader should know before relying on a contact. */
export function Cautions({ contact }: { readonly contact: ContactCard }) {
  const country = useCountryNames();
  return (
    <>
      {contact.corroboration.sources > 1 || contact.entered ? null : (
        <Badge tone="caution" note="All reports go back to one source; nobody else confirms it.">
          single source
        </Badge>
      )}
      {contact.oneSided && !contact.entered ? (
        <Badge
          tone="caution"
          note="At most one side’s own readout was found; what the other side says of it is not known."
        >
          one-sided
        </Badge>
      ) : null}
      {contact.missingSides.length > 0 ? (
        <Badge
          tone="quiet"
          note={`Readouts found are compared side by side; none by ${joined(contact.missingSides.map(country))} is in the ledger.`}
        >
          no readout from {joined(contact.missingSides.map(country))} found
        </Badge>
      ) : null}
      {contact.entered ? (
        <Badge tone="quiet" note="Entered by hand; no article was read.">
          entered by hand
        </Badge>
      ) : null}
    </>
  );
}
