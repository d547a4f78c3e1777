import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./shell/app.js";
import { applyTheme, keptTheme } from "./shell/theme.js";

applyTheme(keptTheme());
const place = document.getElementById("page");
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
