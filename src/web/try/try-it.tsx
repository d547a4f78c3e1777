export default function TryIt() {
  return <p>…</p>;
}
