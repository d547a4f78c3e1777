export function Brief() {
  return <p>…</p>;
}
