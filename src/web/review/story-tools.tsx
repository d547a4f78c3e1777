import { type ReactNode, useDeferredValue, useState } from "react";
import { addressOf } from "../api/client.js";
import type { DocumentSummary, ReviewItem, StoryView } from "../api/contract.js";
import { useQuery } from "../api/use-query.js";
import { Shown } from "../parts/states.js";
import { Link } from "../route/link.js";
import { dayWords } from "../words/days.js";
import { counted } from "../words/numbers.js";
import type { Review } from "./use-review.js";

interface Props {
  readonly item: ReviewItem;
  readonly review: Review;
  readonly author: string;
}

/** The story of the article in hand: which reports belong to it, to be split off or joined. */
export function StoryTools({ item, review, author }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="story" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Story: split or join reports</summary>
      {open ? <Story item={item} review={review} author={author} /> : null}
    </details>
  );
}

function Story({ item, review, author }: Props) {
  const answer = useQuery<StoryView>(`/api/stories/${item.document.story}`);
  const decide = (kind: "join" | "split", hash: string): void => {
    if (author === "") return;
    void review
      .decide(
        { kind, documents: [item.document.hash, hash], author },
        `${kind === "join" ? "joined" : "split"} reports`,
        false,
      )
      .then(answer.again);
  };
  return (
    <Shown answer={answer} what="the story">
      {({ documents }) => (
        <>
          <ul>
            {documents
              .filter(({ hash }) => hash !== item.document.hash)
              .map((document) => (
                <Report key={document.hash} document={document}>
                  <button type="button" disabled={author === ""} onClick={() => decide("split", document.hash)}>
                    Not the same story
                  </button>
                </Report>
              ))}
          </ul>
          {documents.length === 1 ? <p className="note">No other report belongs to it.</p> : null}
          <JoinSearch
            among={documents.map(({ hash }) => hash)}
            join={(hash) => decide("join", hash)}
            disabled={author === ""}
          />
          {author === "" ? <p className="note">Decisions need your name: write it above.</p> : null}
        </>
      )}
    </Shown>
  );
}

/** A report of a story, with what can be done with it. */
function Report({ document, children }: { readonly document: DocumentSummary; readonly children: ReactNode }) {
  const { hash, title, outlet, agency, source, published } = document;
  return (
    <li className="report-line">
      <Link view="reader" params={{ document: hash }}>
        {title ?? "Untitled"}
      </Link>{" "}
      <span className="note">
        {outlet ?? agency ?? source}
        {published === null ? "" : `, ${dayWords(published)}`}
      </span>{" "}
      {children}
    </li>
  );
}

interface JoinProps {
  /** Hashes of the articles that are in the story. */
  readonly among: readonly string[];
  readonly join: (hash: string) => void;
  readonly disabled: boolean;
}

/** Looks for the article that tells of the same, by words of its title or text. */
function JoinSearch({ among, join, disabled }: JoinProps) {
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const found = useQuery<{ readonly items: readonly DocumentSummary[] }>(
    asked === "" ? null : addressOf("/api/documents", { words: asked, limit: 8 }),
  );
  const others = asked === "" ? [] : (found.data?.items ?? []).filter(({ hash }) => !among.includes(hash));
  return (
    <>
      <label className="field">
        <span>Another report of the same: words of its title or text</span>
        <input type="search" value={words} onChange={({ target }) => setWords(target.value)} />
      </label>
      <p className="note" aria-live="polite">
        {asked === "" || found.state !== "ready" ? "" : `${counted(others.length, "other article")} found.`}
      </p>
      <ul>
        {others.map((document) => (
          <Report key={document.hash} document={document}>
            <button type="button" disabled={disabled} onClick={() => join(document.hash)}>
              Same story
            </button>
          </Report>
        ))}
      </ul>
    </>
  );
}
