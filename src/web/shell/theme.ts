/** Light, dark, or as the reader's system has it. Kept in the browser alone. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "readout.theme";

export function keptTheme(): Theme {
  const kept = read(KEY);
  return THEMES.find((theme) => theme === kept) ?? "system";
}

export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  write(KEY, theme);
}

/** What the browser keeps under a name; `null` where it keeps nothing, or may not. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text in the browser where it may. */
export function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing forgets it at the next visit; nothing else depends on it.
  }
}
