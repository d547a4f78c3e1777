import type { MouseEvent, ReactNode } from "react";
import { useAskOnRest } from "./ahead.js";
import { formatRoute, type View } from "./route.js";
import { useRoute } from "./use-route.js";

interface Props {
  readonly view: View;
  readonly params?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly current?: boolean;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link to a view: a real address, so that it can be copied and opened elsewhere, followed without loading anew. */
export function Link({ view, params = {}, className, current, label, children }: Props) {
  const { go } = useRoute();
  const ahead = useAskOnRest({ view, params });
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go({ view, params });
  };
  return (
    <a
      href={formatRoute({ view, params })}
      className={className}
      aria-current={current ? "page" : undefined}
      aria-label={label}
      onClick={follow}
      {...ahead}
    >
      {children}
    </a>
  );
}
