import { type ReactNode, useId } from "react";

interface Props {
  /** What is shown when the pointer or the focus is on it. */
  readonly note: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Words first, the code or the reason on hover, focus or touch: a button, since only what takes the focus can show it. */
export function Term({ note, className = "", children }: Props) {
  const id = useId();
  return (
    <span className="term-box">
      <button type="button" className={`term ${className}`} aria-describedby={id}>
        {children}
      </button>
      <span role="tooltip" id={id} className="tip">
        {note}
      </span>
    </span>
  );
}
