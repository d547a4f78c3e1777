import { useEffect, useRef, useState } from "react";
import { ActiveFilters } from "../parts/active-filters.js";
import { AuthorField, useAuthor } from "../parts/author.js";
import { ActorsFilter, ChoiceFilter } from "../parts/filters.js";
import { Empty, Failed, Loading } from "../parts/states.js";
import { useRoute } from "../route/use-route.js";
import { counted } from "../words/numbers.js";
import { Decisions } from "./decisions.js";
import { ItemCard } from "./item-card.js";
import { type Action, actionOf, verdictOn } from "./queue.js";
import { type Review as ReviewState, useReview } from "./use-review.js";

const KINDS = [["event", "events"], ["contact", "contacts"], ["claim", "claims"]] as const; // biome-ignore format: a table

/** Items nobody judged yet, least certain first: accept, correct, reject or comment, by keyboard. */
export default function Review() {
  const { route } = useRoute();
  const [author, keep] = useAuthor();
  const review = useReview(route.params["kind"], route.params["actors"]);
  const [form, setForm] = useState<"comment" | "correct" | null>(null);
  const [said, setSaid] = useState("");
  const act = (action: Action): void => {
    const nameless = author.trim() === "" && action !== "skip";
    setSaid(nameless ? "Decisions need your name: write it above." : "");
    if (!nameless) perform(action, review, author.trim(), setForm);
  };
  useActionKeys(act);
  return (
    <div className="review">
      <h1 id="view-title">Review</h1>
      <p className="lead">
        What Readout is least sure of comes first. Every decision is kept with your name and the time, and can be
        undone.
      </p>
      <form className="pickers" onSubmit={(event) => event.preventDefault()}>
        <AuthorField name={author} keep={keep} />
        <ChoiceFilter name="kind" label="What" any="everything" choices={KINDS} />
        <ActorsFilter />
      </form>
      <ActiveFilters />
      <p aria-live="polite" className="said">
        {said === "" ? null : <b>{said} </b>}
        {review.state === "ready" ? `${counted(Math.max(0, review.left), "item")} left.` : ""}
      </p>
      {review.problem === null ? null : <Failed problem={review.problem} again={review.again} />}
      <Current review={review} act={act} form={form} close={() => setForm(null)} author={author.trim()} />
      <Decisions made={review.decisions} undo={() => act("undo")} />
    </div>
  );
}

function perform(
  action: Action,
  review: ReviewState,
  author: string,
  open: (form: "comment" | "correct" | null) => void,
): void {
  const { item } = review;
  if (action === "undo") void review.undo(author);
  else if (item !== null && action === "skip") review.skip();
  else if (item !== null && (action === "accept" || action === "reject"))
    void review.decide(verdictOn(item, action, author), `${action}ed: ${item.what}`, true);
  open(action === "comment" || action === "correct" ? action : null);
}

/** Keys of the review; not while typing, not in a dialog. */
function useActionKeys(act: (action: Action) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement && ["INPUT", "TEXTAREA", "SELECT"].includes(event.target.tagName);
      const action = actionOf(event.key);
      if (
        action === null ||
        typing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        document.querySelector("dialog[open]") !== null
      )
        return;
      event.preventDefault();
      latest.current(action);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

interface CurrentProps {
  readonly review: ReviewState;
  readonly act: (action: Action) => void;
  readonly form: "comment" | "correct" | null;
  readonly close: () => void;
  readonly author: string;
}

function Current({ review, act, form, close, author }: CurrentProps) {
  if (review.state === "loading") return <Loading what="what is to be reviewed" />;
  if (review.item === null)
    return review.problem === null ? (
      <Empty title="Nothing is left to review">
        <p>Everything that fits these filters was judged or skipped.</p>
      </Empty>
    ) : null;
  return (
    <ItemCard
      key={review.item.id}
      item={review.item}
      review={review}
      act={act}
      form={form}
      close={close}
      author={author}
    />
  );
}
