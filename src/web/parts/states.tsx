import type { ReactNode } from "react";
import type { ApiProblem } from "../api/problems.js";

/** What stands where there is nothing to show (yet). */

export function Loading({ what }: { readonly what: string }) {
  return (
    <p className="state" aria-live="polite">
      <span className="dots" aria-hidden="true" /> Loading {what} …
    </p>
  );
}

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="state" aria-live="polite">
      <p className="state-title">{title}</p>
      {children}
    </div>
  );
}

const TITLES: Readonly<Record<ApiProblem["kind"], string>> = {
  offline: "No answer from Readout’s server",
  missing: "There is no such thing",
  refused: "That was not understood",
  broken: "The server could not answer",
};

interface FailedProps {
  readonly problem: ApiProblem;
  readonly title?: string;
  readonly again?: () => void;
}

export function Failed({ problem, title = TITLES[problem.kind], again }: FailedProps) {
  return (
    <div className="state failed" role="alert">
      <p className="state-title">{title}</p>
      <p>{problem.message}</p>
      {again === undefined || problem.kind === "missing" ? null : (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

/**
 * Shows an answer of the API: its data when there are any, else why not. Data being replaced stay in view, marked busy.
 *
 * @param keep Whether data stay in view below a problem: they are still right, but not all, or not the newest.
 */
export function Shown<T>({
  answer,
  what,
  keep = false,
  children,
}: {
  readonly answer: {
    readonly state: string;
    readonly data: T | null;
    readonly problem: ApiProblem | null;
    readonly again: () => void;
  };
  readonly what: string;
  readonly keep?: boolean;
  readonly children: (data: T) => ReactNode;
}) {
  if (answer.problem !== null)
    return (
      <>
        <Failed problem={answer.problem} again={answer.again} />
        {keep && answer.data !== null ? <div>{children(answer.data)}</div> : null}
      </>
    );
  if (answer.data === null) return <Loading what={what} />;
  return <div aria-busy={answer.state === "loading"}>{children(answer.data)}</div>;
}
