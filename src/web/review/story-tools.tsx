import { useState } from "react";
import type { ReviewItem, StoryView } from "../api/contract.js";
import { useQuery } from "../api/use-query.js";
import { Shown } from "../parts/states.js";
import { Link } from "../route/link.js";
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
  const [other, setOther] = useState("");
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
                <li key={document.hash}>
                  <Link view="reader" params={{ document: document.hash }}>
                    {document.title ?? "Untitled"}
                  </Link>{" "}
                  <span className="note">{document.outlet ?? document.agency ?? document.source}</span>{" "}
                  <button
                    type="button"
                    className="plain"
                    disabled={author === ""}
                    onClick={() => decide("split", document.hash)}
                  >
                    Not the same story
                  </button>
                </li>
              ))}
          </ul>
          {documents.length === 1 ? <p className="note">No other report belongs to it.</p> : null}
          <label className="field">
            <span>Join with the article of this hash (64 digits; it stands in a citation)</span>
            <input type="text" value={other} onChange={({ target }) => setOther(target.value.trim())} />
          </label>
          <button
            type="button"
            disabled={!/^[0-9a-f]{64}$/.test(other) || author === ""}
            onClick={() => decide("join", other)}
          >
            Same story
          </button>
          {author === "" ? <p className="note">Decisions need your name: write it above.</p> : null}
        </>
      )}
    </Shown>
  );
}
