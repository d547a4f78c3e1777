/** Whether a ledger's name is the address of a PostgreSQL database, else it is a file. */
export function isPostgres(name: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(name);
}

/**
 * A ledger's name as it may be shown: an address of a database loses its password, wherever it stands. What is no address
 * at all is shown as far as it cannot hold one.
 */
export function shownName(name: string): string {
  if (!isPostgres(name)) return name;
  if (!URL.canParse(name)) return `${name.slice(0, name.indexOf("//"))}//…`;
  const address = new URL(name);
  address.password = "";
  if (address.searchParams.has("password")) {
    address.searchParams.delete("password");
    address.search = address.search.replaceAll("+", "%20"); // PostgreSQL's own library takes a plus for a plus
  }
  return address.href;
}

/** The password in an address of a database; `null` where there is none. */
export function passwordIn(address: string): string | null {
  const { password, searchParams } = new URL(address);
  return searchParams.get("password") ?? (password === "" ? null : decodeURIComponent(password));
}
