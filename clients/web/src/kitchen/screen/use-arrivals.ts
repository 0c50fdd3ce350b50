import { useEffect, useRef, useState } from 'react';
import type { KitchenSound } from '../../generated/graphql.ts';
import { playWarning } from '../sound/play.ts';
import type { Ticket } from '../tickets/tickets.ts';
import { type Limits, type Waiting, waitingOf } from '../tickets/waiting.ts';

const SHOWN_NEW_MS = 8_000;
const LOOK_MS = 1_000;

/** What has just come, by its ids: it flashes for a while, and is heard as `play` says. What is there at first is nothing new. */
export function useArrivals(there: readonly string[] | undefined, play: () => void): ReadonlySet<string> {
  const seen = useRef<Set<string>>(undefined);
  const latest = useRef(play);
  latest.current = play;
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!there) return;
    const known = seen.current;
    seen.current = new Set([...(known ?? []), ...there]);
    const arrived = known ? there.filter((id) => !known.has(id)) : [];
    if (arrived.length === 0) return;
    latest.current();
    setFresh((before) => new Set([...before, ...arrived]));
    setTimeout(() => setFresh((now) => new Set([...now].filter((id) => !arrived.includes(id)))), SHOWN_NEW_MS);
  }, [there]);
  return fresh;
}

interface Watched extends Limits {
  open: readonly Ticket[];
  audio: AudioContext | undefined;
  sound: KitchenSound;
  aheadMs: number;
}

/** Sounds once for each ticket that has begun to wait long, and once when it is late. */
export function useWarnings({ open, audio, sound, aheadMs, warnAfterSeconds, lateAfterSeconds }: Watched): void {
  const before = useRef(new Map<string, Waiting>());
  useEffect(() => {
    const limits = { warnAfterSeconds, lateAfterSeconds };
    const look = () => {
      const now = Date.now() + aheadMs;
      const waiting = new Map(open.map(({ id, firedAt }) => [id, waitingOf(firedAt, now, limits)] as const));
      const worse = [...waiting].filter(
        ([id, is]) => is !== 'FRESH' && before.current.has(id) && before.current.get(id) !== is,
      );
      before.current = waiting;
      if (!audio || sound === 'OFF' || worse.length === 0) return;
      playWarning(audio, worse.some(([, is]) => is === 'LATE') ? 'LATE' : 'LONG');
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [open, audio, sound, aheadMs, warnAfterSeconds, lateAfterSeconds]);
}
