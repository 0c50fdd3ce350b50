import { useState } from 'react';

const KEY = 'mycelium.kitchen.expediter.muted';

/** Whether somebody has silenced the expediter's screen of this device; it stays so until it is sounded again. */
export function useMuted(): { isMuted: boolean; toggle: () => void } {
  const [isMuted, setMuted] = useState(() => localStorage.getItem(KEY) !== null);
  const toggle = () => {
    if (isMuted) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'yes');
    setMuted(!isMuted);
  };
  return { isMuted, toggle };
}
