import { type RefObject, useEffect } from "react";

/** Keys of every view: j and k from item to item, Enter to open one, / to search, ? for help. Never while typing. */
export function useKeys(help: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
      if (isTyping(event.target)) {
        leaveSearch(event);
        return;
      }
      if (event.key === "?") help.current?.showModal();
      else if (help.current?.open) return;
      else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
      else if (event.key === "Enter") open(event.target);
      else if (event.key === "/") {
        const field = document.querySelector<HTMLInputElement>("[data-search]");
        if (field === null) return;
        field.closest("details")?.setAttribute("open", "");
        field.focus();
      } else return;
      if (event.key !== "Enter") event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [help]);
}

/** Escape leaves the search field, so that keys mean what they mean elsewhere. */
function leaveSearch({ key, target }: KeyboardEvent): void {
  if (key === "Escape" && target instanceof HTMLElement && target.dataset["search"] !== undefined) target.blur();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}

/** Moves the focus to the next item in view, from where it is or from the top of what is seen. */
function step(by: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>("[data-item]")];
  const now = items.findIndex((item) => item.contains(document.activeElement));
  const seen = items.findIndex((item) => item.getBoundingClientRect().bottom > 0);
  const next = items[now === -1 ? Math.max(0, seen) : now + by];
  if (next === undefined) return;
  // An item of the record beside an article takes the focus with its head.
  const holder = next.hasAttribute("tabindex") ? next : next.querySelector<HTMLElement>("a, button");
  next.closest("details")?.setAttribute("open", "");
  holder?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function open(target: EventTarget | null): void {
  if (target instanceof HTMLElement && target.dataset["item"] !== undefined) target.querySelector("a")?.click();
}
