import { useEffect, useRef, useState } from 'react';

/** Counts the changes of a version that happened while it was shown. */
export function useGlow(version: number): number {
  const seen = useRef(version);
  const [glows, setGlows] = useState(0);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    setGlows((count) => count + 1);
  }, [version]);
  return glows;
}
