import { createContext, use, useCallback, useEffect, useState } from "react";
import { askFor } from "./ahead.js";
import { newEntry } from "./entry.js";
import { formatRoute, parseRoute, type Route, withParams } from "./route.js";
import { keepScroll, scrollBack } from "./scroll-back.js";

/** How the page moves: `go` makes a step that “back” undoes, `set` changes filters in place. */
export interface Router {
  readonly route: Route;
  go(route: Route): void;
  set(changes: Readonly<Record<string, string>>): void;
}

export const RouterContext = createContext<Router>({
  route: { view: "desk", params: {} },
  go: () => {},
  set: () => {},
});

/** The router of the page around. */
export function useRoute(): Router {
  return use(RouterContext);
}

/** The router itself, kept in step with the browser's address and history. */
export function useBrowserRouter(): Router {
  const [route, setRoute] = useState(() => parseRoute(location.search, location.pathname));
  useEffect(() => {
    const follow = (): void => {
      const next = parseRoute(location.search, location.pathname);
      askFor(next);
      setRoute(next);
      scrollBack();
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = useCallback((next: Route) => {
    askFor(next);
    keepScroll();
    history.pushState(newEntry(), "", formatRoute(next));
    setRoute(next);
    scrollTo(0, 0);
  }, []);
  const set = useCallback((changes: Readonly<Record<string, string>>) => {
    const next = withParams(parseRoute(location.search, location.pathname), changes);
    history.replaceState(history.state, "", formatRoute(next));
    setRoute(next);
  }, []);
  return { route, go, set };
}
