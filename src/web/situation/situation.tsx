export function Situation() {
  return <p>…</p>;
}
