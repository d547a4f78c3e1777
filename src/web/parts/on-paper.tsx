import type { ReactNode } from "react";
import type { DocumentSummary } from "../api/contract.js";
import { citeDocument } from "../words/citation.js";

/** What stands on paper alone: there nothing can be followed or hovered over. */
export function OnPaper({ children }: { readonly children: ReactNode }) {
  return <p className="on-paper note">{children}</p>;
}

/** Where something is reported, as it can be cited, with its address. */
export function CitedOnPaper({ document }: { readonly document: DocumentSummary }) {
  return <OnPaper>Reported in {citeDocument(document)}</OnPaper>;
}
