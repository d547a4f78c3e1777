import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { askFor } from "./route/ahead.js";
import { parseRoute } from "./route/route.js";
import { App } from "./shell/app.js";
import { applyTheme, keptTheme } from "./shell/theme.js";

askFor(parseRoute(location.search, location.pathname));
applyTheme(keptTheme());
const place = document.getElementById("page");
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
