import { z } from 'zod';
import type { Metrics } from '../metrics.ts';

/** What happens to a subscription whose client does not read as fast as events come: only the newest is kept, the oldest are dropped, or the connection is closed. Policies by field coordinate, such as `Subscription.menuChanged`; `default` is for all others, and is `close` unless told. */
export const slowConsumersSchema = z.record(
  z.string().regex(/^(default|\w+\.\w+)$/, 'is a field like Subscription.menuChanged, or default'),
  z.enum(['latest', 'drop-oldest', 'close'], { error: 'is latest, drop-oldest or close' }),
  { error: 'is an object of policies by field, like {"Subscription.menuChanged":"latest"}' },
);

export type SlowConsumers = Readonly<z.infer<typeof slowConsumersSchema>>;

/** What is written towards one client. */
export interface Pipe {
  /** Bytes that wait to be sent. */
  buffered(): number;
  write(text: string): void;
  /** Closes it because its client does not read. */
  abandon(): void;
  /** Calls back each time that nothing waits any more; what is returned ends that. */
  onDrain(listener: () => void): () => void;
}

export interface Outlet {
  push(text: string): void;
  /** Writes what was held back; nothing comes after it. */
  end(): void;
}

/** How much may wait for a client until it counts as slow. */
const SLOW_BYTES = 256 * 1024;
const ABANDONED_BYTES = 8 * 1024 * 1024;
const HELD_MESSAGES = 100;
const HELD_CHARACTERS = 1024 * 1024;

/** Writes what is pushed; to a slow client, as its policy says. */
export function createOutlet(pipe: Pipe, field: string, policies: SlowConsumers, metrics: Metrics): Outlet {
  const policy = policies[field] ?? policies.default ?? 'close';
  const mostMessages = policy === 'latest' ? 1 : HELD_MESSAGES;
  const outcome = policy === 'latest' ? 'coalesced' : 'dropped';
  const held: string[] = [];
  let characters = 0;
  let forget: (() => void) | undefined;

  const take = (): string | undefined => {
    const text = held.shift();
    characters -= text?.length ?? 0;
    return text;
  };
  const release = (): void => {
    while (held.length > 0 && pipe.buffered() < SLOW_BYTES) pipe.write(take() ?? '');
    if (held.length > 0) return;
    forget?.();
    forget = undefined;
  };

  return {
    push(text) {
      const buffered = pipe.buffered();
      if (policy === 'close') {
        if (buffered <= ABANDONED_BYTES) return pipe.write(text);
        metrics.slow.inc({ field, outcome: 'closed' });
        return pipe.abandon();
      }
      if (held.length === 0 && buffered < SLOW_BYTES) return pipe.write(text);
      held.push(text);
      characters += text.length;
      while (held.length > mostMessages || (characters > HELD_CHARACTERS && held.length > 1)) {
        take();
        metrics.slow.inc({ field, outcome });
      }
      forget ??= pipe.onDrain(release);
    },
    end() {
      forget?.();
      for (let text = take(); text !== undefined; text = take()) pipe.write(text);
    },
  };
}
