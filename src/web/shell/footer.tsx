import { useMeta } from "../api/meta.js";

export function Footer() {
  const meta = useMeta();
  return (
    <footer className="foot">
      <p>What sources say, not what is true.</p>
      <p>
        {meta === null ? "Readout" : `Readout ${meta.version} · ledger ${meta.ledger}`} · <a href="/docs">API</a>
      </p>
    </footer>
  );
}
