import type { ReactNode } from "react";

/** Something the keys j and k stop at, and Enter opens, where it stands in no long list. */
export function Stop({ children }: { readonly children: ReactNode }) {
  return (
    <div className="stop" data-item="" tabIndex={-1}>
      {children}
    </div>
  );
}
