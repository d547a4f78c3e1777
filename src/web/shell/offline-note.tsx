import type { ApiProblem } from "../api/problems.js";

/** Says above every view that the server does not answer; what was loaded stays readable. */
export function OfflineNote({ problem, again }: { readonly problem: ApiProblem | null; readonly again: () => void }) {
  if (problem === null) return null;
  return (
    <div className="offline" role="alert">
      {problem.message} What is on the page stays readable; “Try it” works without the server once it is loaded.{" "}
      <button type="button" onClick={again}>
        Try again
      </button>
    </div>
  );
}
