import { useEffect, useRef } from "react";
import { firstAddress } from "../api/addresses.js";
import { askAhead } from "../api/ahead.js";
import type { Route } from "./route.js";

/** The pointer or the focus rests so long on what will be opened, and does not only pass over it; milliseconds. */
const RESTS = 80;

/** Asks what a view needs first, at the step to it: the answer is on its way while the view is drawn. */
export function askFor(route: Route): void {
  const address = firstAddress(route);
  if (address !== null) askAhead(address);
}

/** Asks it already while the pointer or the focus rests on a link. Give what it returns to the link. */
export function useAskOnRest(route: Route) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (firstAddress(route) === null) return {};
  const rest = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => askFor(route), RESTS);
  };
  const leave = (): void => clearTimeout(timer.current);
  return {
    onPointerEnter: rest,
    onPointerLeave: leave,
    onPointerDown: () => askFor(route),
    onFocus: rest,
    onBlur: leave,
  };
}
