export default function Pair() {
  return <p>…</p>;
}
