import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of minutes, that would be waited for at the end if they did not begin first. */
const LONG = /[/\\]tests[/\\](?:browser|package|work[/\\]nats)[/\\]/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Tests of what is pure: they may share their modules, and with them the tables and models, which take seconds to load. */
const PURE = ["tests/{engine,data,export,layout}/**/*.test.ts"];
/** It counts the steps of what is imported after its counter. */
const APART = "tests/engine/growth.test.ts";

export default defineConfig({
  test: {
    setupFiles: ["tests/setup.ts"],
    sequence: { sequencer: LongestFirst },
    // The same bytes whatever the machine's zone: days are whole days, never instants.
    env: { TZ: process.env["TZ"] ?? "Asia/Dushanbe" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pure", include: PURE, exclude: [APART], isolate: false } },
      {
        extends: true,
        test: { name: "whole", include: ["tests/*.test.ts", "tests/!(engine|data|export|layout)/**/*.test.ts", APART] },
      },
    ],
  },
});
