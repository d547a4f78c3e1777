import { Badge, Day } from "../parts/badges.js";
import { CopyButton } from "../parts/copy-button.js";
import { Sources } from "../parts/corroboration.js";
import { PUBLISHED_BASES } from "../words/bases.js";
import { citeDocument } from "../words/citation.js";
import type { Readable } from "./reader.js";

/** Whose report it is, from where and when; what the reader should be careful about. */
export function Heading({ view }: { readonly view: Readable }) {
  const { document } = view.record;
  const { published, dateline, translation, notices } = document;
  const publisher = [document.outlet, document.agency].filter(
    (name, i, all) => name !== null && all.indexOf(name) === i,
  );
  return (
    <header className="reader-head">
      <p className="source">
        {publisher.length === 0 ? "Outlet not known" : publisher.join(" · ")}
        {document.byline === null ? "" : ` · ${document.byline}`}
        {dateline === null ? "" : ` · ${dateline.place}${dateline.country === null ? "" : ` (${dateline.country})`}`}
        {document.url === null ? null : (
          <>
            {" · "}
            <a href={document.url} rel="noreferrer noopener external">
              {document.url.replace(/^https?:\/\//, "").slice(0, 60)}
            </a>
          </>
        )}
      </p>
      <p className="source">
        Published{" "}
        <Day
          value={published?.value ?? null}
          why={published === null ? null : `${PUBLISHED_BASES[published.basis]}: ${published.why}`}
          basis="publisher"
        />{" "}
        {view.corroboration === undefined ? null : <Sources of={view.corroboration} />}{" "}
        {translation === null ? null : (
          <Badge
            tone="caution"
            note={`Signs of a translation: ${translation.why}. Its quotations are not the speaker’s own words.`}
          >
            translated from {languageName(translation.from)}
          </Badge>
        )}{" "}
        {view.document === undefined ? null : <CopyCitation document={view.document} />}
      </p>
      {notices.length === 0 ? null : (
        <ul className="notices" aria-label="Doubts">
          {notices.map(({ code, message }) => (
            <li key={`${code} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </header>
  );
}

/** Name of a language by its code; the code where it has none. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // RangeError: no code of a language
  }
}

function CopyCitation({ document }: { readonly document: NonNullable<Readable["document"]> }) {
  return <CopyButton text={() => `${citeDocument(document)}. Text ${document.hash}.`}>Copy citation</CopyButton>;
}
