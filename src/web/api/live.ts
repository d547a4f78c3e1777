import { useEffect, useRef } from "react";

/** Listens to the server's events of one name. The browser connects again by itself when the line breaks. */
export function useLive<T>(address: string, name: string, heard: (data: T) => void): void {
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    const source = new EventSource(address);
    source.addEventListener(name, (event: MessageEvent<string>) => {
      latest.current(JSON.parse(event.data) as T); // the server writes what its contract says
    });
    return () => source.close();
  }, [address, name]);
}
