import { useState } from "react";
import { Link } from "../route/link.js";
import type { View } from "../route/route.js";
import { applyTheme, keptTheme, THEMES, type Theme } from "./theme.js";
import { IN_NAVIGATION, VIEW_NAMES } from "./view-names.js";

export function Header({ view, openHelp }: { readonly view: View; readonly openHelp: () => void }) {
  return (
    <header className="masthead">
      <Link view="desk" className="name">
        Readout
      </Link>
      <nav aria-label="Views">
        <ul>
          {IN_NAVIGATION.map((each) => (
            <li key={each}>
              <Link view={each} current={each === view}>
                {VIEW_NAMES[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="tools">
        <ThemeSwitch />
        <button type="button" className="plain" onClick={openHelp} aria-keyshortcuts="?">
          Keys
        </button>
      </div>
    </header>
  );
}

function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(keptTheme);
  const choose = (next: Theme): void => {
    setTheme(next);
    applyTheme(next);
  };
  return (
    <label className="theme">
      <span className="unseen">Colours</span>
      <select value={theme} onChange={({ target }) => choose(THEMES.find((each) => each === target.value) ?? "system")}>
        <option value="system">System colours</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
