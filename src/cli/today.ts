/** Today by the machine's own calendar, as an ISO day. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** This moment, ISO time in UTC. */
export function moment(): string {
  return new Date().toISOString();
}
