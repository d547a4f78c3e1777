import { afterAll, beforeAll, describe } from "vitest";
import { findChromium, launchChromium } from "./chromium.js";
import { tryControls } from "./controls.js";
import { type Served, serveDemo } from "./demo.js";
import { tryPrinting } from "./print.js";
import { tryPromises } from "./promises.js";
import { trySights } from "./sights.js";
import { placesOf } from "./views.js";
import { tryWork } from "./work.js";

const CHROMIUM = findChromium();

describe.runIf(CHROMIUM !== null)("the page on the demo ledger", () => {
  const context: { served: Served | null } = { served: null };
  beforeAll(async () => {
    const demo = await serveDemo();
    const browser = await launchChromium(CHROMIUM ?? "");
    context.served = { ...demo, browser, places: await placesOf(demo.address) };
  }, 400_000);
  afterAll(async () => {
    await context.served?.browser.close();
    await context.served?.close();
  }, 60_000);

  const served = (): Served => {
    if (context.served === null) throw new Error("the demo ledger is not served");
    return context.served;
  };
  trySights(served);
  tryControls(served);
  tryWork(served);
  tryPrinting(served);
  tryPromises(served);
});
