import { isIP } from "node:net";

/** Names of this machine to itself. */
const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

/** Whether nobody but this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Which Host headers are a server's own. On the loopback only its names: a page elsewhere can let its own name mean
 * 127.0.0.1, and would then read what is served here. An address in figures is nobody's name, so it is safe elsewhere.
 */
export function ownHosts(listening: string, names: readonly string[]): (host: string) => boolean {
  const own = new Set(names.map((name) => name.toLowerCase()));
  return (header) => {
    const host = header.toLowerCase().replace(/:\d{1,5}$/, "");
    if (isLoopback(host) || own.has(host)) return true;
    return !isLoopback(listening) && isIP(host.replace(/^\[|\]$/g, "")) !== 0;
  };
}
