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

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    sequence: { sequencer: LongestFirst },
    // The same bytes whatever the machine's zone: days are whole days, never instants.
    env: { TZ: process.env["TZ"] ?? "Asia/Dushanbe" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
