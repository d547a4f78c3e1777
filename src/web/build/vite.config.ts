import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { bundledLicences } from "../../../scripts/bundled-licences.js";
import { engineTables } from "./engine-files.js";

const licences = bundledLicences();

/** The page in `dist/web`: hashed files that never change, `index.html`, which names them, and the licences of what is in them. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  publicDir: false,
  plugins: [licences.plugin],
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
    plugins: () => [engineTables(), licences.inWorker()],
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
