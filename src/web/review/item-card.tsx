import type { ReviewItem } from "../api/contract.js";
import { CommentForm, CorrectionForm } from "../judge/forms.js";
import { Confidence, Day } from "../parts/badges.js";
import { Link } from "../route/link.js";
import type { Action } from "./queue.js";
import { StoryTools } from "./story-tools.js";
import type { Review } from "./use-review.js";

interface Props {
  readonly item: ReviewItem;
  readonly review: Review;
  readonly act: (action: Action) => void;
  readonly form: "comment" | "correct" | null;
  readonly close: () => void;
  readonly author: string;
}

const BUTTONS: readonly (readonly [Action, string, string])[] = [["accept", "Accept", "a"], ["reject", "Reject", "r"], ["correct", "Correct", "e"], ["comment", "Comment", "c"], ["skip", "Skip", "s"]]; // biome-ignore format: a table

/** The item in hand: what was read, the words it rests on, and what can be done. */
export function ItemCard({ item, review, act, form, close, author }: Props) {
  return (
    <article className="card review-item" aria-label={`To review: ${item.what}`}>
      <div className="card-head">
        <h2 className="card-title">{item.what}</h2>
        <span className="status">{item.kind}</span>
        <Day value={item.day} /> <Confidence value={item.confidence} why={item.why} />
      </div>
      <blockquote className="context">
        {item.before}
        <mark className="differs">{item.passage}</mark>
        {item.after}
      </blockquote>
      <p className="note">
        {item.document.title ?? "Untitled"}, {item.document.outlet ?? item.document.agency ?? item.document.source}{" "}
        <Link view="reader" params={{ document: item.document.hash, item: item.id }}>
          Read it in the article
        </Link>
      </p>
      <p className="actions">
        {BUTTONS.map(([action, words, key]) => (
          <button
            key={action}
            type="button"
            className={action === "accept" ? "primary" : ""}
            aria-keyshortcuts={key}
            onClick={() => act(action)}
          >
            {words} <kbd>{key}</kbd>
          </button>
        ))}
      </p>
      {form === "comment" ? <CommentForm item={item} decide={review.decide} author={author} close={close} /> : null}
      {form === "correct" ? <CorrectionForm item={item} decide={review.decide} author={author} close={close} /> : null}
      <StoryTools item={item} review={review} author={author} />
    </article>
  );
}
