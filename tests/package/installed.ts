import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "../layout/sources.js";

/** A folder elsewhere in which the packed package is installed. */
export interface Installed {
  readonly folder: string;
  /** Size of the tarball, in bytes. */
  readonly packed: number;
  /** Files of the package, from its own folder. */
  readonly files: readonly string[];
  run(
    command: string,
    ...args: readonly string[]
  ): { readonly status: number | null; readonly out: string; readonly err: string };
  write(name: string, text: string): string;
  drop(): void;
}

/**
 * Packs the project and installs the tarball as npm would, without asking the registry: unpacked, its commands linked,
 * and beside it the packages that come with it – none of those that only build and test it.
 */
export function installPacked(): Installed {
  const folder = mkdtempSync(join(tmpdir(), "readout-package-"));
  const run: Installed["run"] = (command, ...args) => {
    const env = { ...process.env, npm_config_update_notifier: "false", NO_COLOR: "1" };
    const ran = spawnSync(command, args, { cwd: folder, encoding: "utf8", env, maxBuffer: 1 << 28 });
    return { status: ran.status, out: ran.stdout, err: ran.stderr };
  };
  const packing = spawnSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const [{ filename, size, files }]: [{ filename: string; size: number; files: { path: string }[] }] = JSON.parse(
    packing.stdout,
  );
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  run("tar", "-xzf", filename, "-C", modules);
  run("mv", join(modules, "package"), join(modules, "readout"));
  linkDependencies(modules);
  linkCommands(modules);
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  return {
    folder,
    packed: size,
    files: files.map(({ path }) => path),
    run,
    write(name, text) {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The packages that the lockfile has for more than building and testing. */
function linkDependencies(modules: string): void {
  const { packages }: { readonly packages: Readonly<Record<string, { readonly dev?: boolean }>> } = JSON.parse(
    readFileSync(join(ROOT, "package-lock.json"), "utf8"),
  );
  const there = new Set(readdirSync(join(ROOT, "node_modules"), { recursive: false, encoding: "utf8" }));
  for (const [path, { dev = false }] of Object.entries(packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name === undefined || dev || !there.has(name.split("/")[0] ?? "")) continue;
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
}

function linkCommands(modules: string): void {
  const { bin }: { readonly bin: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(modules, "readout", "package.json"), "utf8"),
  );
  for (const [name, file] of Object.entries(bin)) {
    symlinkSync(join("..", "readout", file), join(modules, ".bin", name));
    spawnSync("chmod", ["+x", join(modules, "readout", file)]); // as npm does
  }
}
