import type { Logger } from 'pino';

/** What was refused because nobody who means well does it. */
export interface HostileAct {
  /** The kind, in a few fixed words that hold nothing of the input: it also names a measure. */
  what: string;
  /** Who did it, as closely as it is known: an address, an API client, a tenant. */
  from: string;
  /** What else the first line of it says. */
  details?: Record<string, unknown>;
}

export interface HostileLog {
  note(log: Logger, act: HostileAct): void;
  /** How often each kind was noted since the start. */
  counts(): ReadonlyMap<string, number>;
  /** Logs at once what was counted since it was logged last. */
  flush(): void;
}

interface Source {
  what: string;
  from: string;
  log: Logger;
  /** How often it came again since the last line. */
  again: number;
}

const WINDOW_MS = 60_000;
/** How many sources of one kind are counted apart in a window; all further addresses are counted together. */
const MOST_SOURCES = 100;
const OTHERS = 'others';

/** Tells a kind from a source at once when it is new, and from then on how often, once in a window: nobody can fill the log, nor the memory. */
export function openHostileLog({ windowMs = WINDOW_MS, mostSources = MOST_SOURCES } = {}): HostileLog {
  const counts = new Map<string, number>();
  const kinds = new Map<string, Map<string, Source>>();
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    for (const [what, sources] of kinds) {
      for (const [from, source] of sources) {
        if (source.again === 0) sources.delete(from);
        else {
          source.log.warn({ what, from, times: source.again, seconds: windowMs / 1_000 }, 'hostile: refused again');
          source.again = 0;
        }
      }
      if (sources.size === 0) kinds.delete(what);
    }
    if (kinds.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    note(log, { what, from: exactly, details }) {
      counts.set(what, (counts.get(what) ?? 0) + 1);
      const sources = kinds.get(what) ?? new Map<string, Source>();
      kinds.set(what, sources);
      timer ??= setInterval(flush, windowMs).unref();
      const from = sources.has(exactly) || sources.size < mostSources ? exactly : OTHERS;
      const known = sources.get(from);
      if (known) {
        known.again += 1;
        return;
      }
      sources.set(from, { what, from, log, again: 0 });
      log.warn({ ...details, what, from }, 'hostile: refused');
    },
    counts: () => counts,
    flush,
  };
}

/** The log of hostile calls of this process, whatever runs in it. */
export const hostileLog = openHostileLog();

/** Tells the log of this process what was refused; `what` is one of few fixed phrases, such as `an upgrade to an unknown path`. */
export function noteHostile(log: Logger, act: HostileAct): void {
  hostileLog.note(log, act);
}
