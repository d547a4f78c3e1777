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
  return (
    <>
      {contact.corroboration.sources > 1 || contact.entered ? null : (
        <Badge tone="caution" note="All reports go back to one source; nobody else confirms it.">
          single source
        </Badge>
      )}
      <Sides contact={contact} />
      {contact.entered ? (
        <Badge tone="quiet" note="Entered by hand; no article was read.">
          entered by hand
        </Badge>
      ) : null}
    </>
  );
}

/** Whether each side's own readout was found, and whose was not. */
function Sides({ contact }: { readonly contact: ContactCard }) {
  const country = useCountryNames();
  if (contact.entered || contact.missingSides.length === 0) return null;
  const missing = joined(contact.missingSides.map(country));
  const sides = new Set(contact.parties.flatMap(({ side, code }) => side ?? code ?? []));
  const noneAtAll = [...sides].every((side) => contact.missingSides.includes(side));
  if (noneAtAll)
    return (
      <Badge tone="quiet" note={`Told by third parties alone: no readout from ${missing} is in the ledger.`}>
        no side’s own readout found
      </Badge>
    );
  return (
    <Badge
      tone={contact.oneSided ? "caution" : "quiet"}
      note="Only one side’s own readout is in the ledger; what the other side says of it is not known."
    >
      {contact.oneSided ? "one-sided: " : ""}no readout from {missing} found
    </Badge>
  );
}
