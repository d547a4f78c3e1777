import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { engineTables } from "./engine-files.js";

/** The page in `dist/web`: hashed files that never change, and `index.html`, which names them. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  publicDir: false,
  logLevel: "warn",
  build: {
    outDir: fileURLToPath(new URL("../../../dist/web", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false }, // every browser that knows the page's CSS knows module preload
    assetsInlineLimit: 0, // a data: address would have to be allowed by the content security policy
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  worker: {
    format: "es",
    plugins: () => [engineTables()],
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
