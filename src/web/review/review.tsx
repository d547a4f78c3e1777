export default function Review() {
  return <p>…</p>;
}
