import { Refusal } from './reply.ts';

export interface Limit<Asked> {
  calls: number;
  perMs: number;
  /** Whose calls are counted together; everybody's when left out. */
  of?: (call: Asked) => string;
}

/** Refuses with 429 what is too much, and says in seconds when to come again. Real time, however the clock is moved. */
export function openLimit<Asked>({ calls, perMs, of = () => '' }: Limit<Asked>): (call: Asked) => void {
  const windows = new Map<string, { endsAt: number; left: number }>();
  return (call) => {
    const now = Date.now();
    for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key);
    const key = of(call);
    const window = windows.get(key) ?? { endsAt: now + perMs, left: calls };
    windows.set(key, window);
    if (window.left === 0)
      throw new Refusal(429, 'Too many calls.', {
        headers: { 'retry-after': String(Math.ceil((window.endsAt - now) / 1_000)) },
      });
    window.left -= 1;
  };
}
