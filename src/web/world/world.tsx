export default function World() {
  return <p>…</p>;
}
