import type { Viewer } from '@mycelium/kit/viewer';
import { tooManySubscriptions } from '../errors.ts';
import type { TakeLease, Tenure } from '../origin.ts';
import type { ClientLists } from './client-list.ts';
import { endOf, type KnownList, narrowed, type Registered } from './registered.ts';

/** What runs under the lists of API clients. */
export interface Leases {
  /** `hash` names what is on the list; what is in a file is bound by the terms alone. */
  of(client: string, list: KnownList | undefined, hash: string | undefined): TakeLease;
  close(): void;
}

interface Held {
  tenure: Tenure;
  viewer: Viewer;
  hash: string | undefined;
  list: KnownList | undefined;
  expiry?: NodeJS.Timeout;
}

const RETRY_MS = 1_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createLeases(lists: Pick<ClientLists, 'listen'>, { listOf }: Pick<Registered, 'listOf'>): Leases {
  const running = new Map<string, Set<Held>>();
  let isClosed = false;

  const drop = (client: string, held: Held): void => {
    clearTimeout(held.expiry);
    const all = running.get(client);
    all?.delete(held);
    if (all?.size === 0) running.delete(client);
  };

  const review = (client: string, held: Held, list: KnownList | undefined): void => {
    const { tenure, hash, viewer } = held;
    const before = narrowed(viewer, held.list?.terms);
    held.list = list;
    clearTimeout(held.expiry);
    const reason = endOf(list, hash);
    if (reason) {
      drop(client, held);
      tenure.end(reason);
      return;
    }
    const ends = [list?.terms.expiresAt, hash && list?.documents.get(hash)?.expiresAt].flatMap((at) =>
      at ? [Date.parse(at) - Date.now()] : [],
    );
    if (ends.length > 0) {
      const left = Math.min(...ends, LONGEST_TIMER_MS);
      held.expiry = setTimeout(() => review(client, held, held.list), Math.max(left, 0));
    }
    const now = narrowed(viewer, list?.terms);
    if (now.scopes.join(' ') !== before.scopes.join(' ')) tenure.renew(now);
  };

  const reviewAll = async (client: string, all: Iterable<Held> = running.get(client) ?? []): Promise<void> => {
    const some = [...all];
    if (isClosed || some.length === 0) return;
    try {
      const list = await listOf(client);
      for (const held of some) if (running.get(client)?.has(held)) review(client, held, list);
    } catch {
      // Nothing is known of a list that cannot be read; what runs, runs until it can.
      setTimeout(() => void reviewAll(client), RETRY_MS).unref();
    }
  };

  // The list has been forgotten by now: whoever keeps lists listens before us.
  lists.listen((client) => {
    for (const each of client === undefined ? [...running.keys()] : [client]) void reviewAll(each);
  });

  return {
    of: (client, list, hash) => (tenure) => {
      const all = running.get(client) ?? new Set();
      const most = list?.terms.subscriptions;
      if (most !== undefined && all.size >= most) return tooManySubscriptions(most, 'client');
      const held: Held = { tenure, viewer: tenure.viewer, hash, list };
      running.set(client, all.add(held));
      // The list may have changed since the operation was looked up.
      void reviewAll(client, [held]);
      return {
        narrow(viewer) {
          held.viewer = viewer;
          return narrowed(viewer, held.list?.terms);
        },
        release: () => drop(client, held),
      };
    },
    close() {
      isClosed = true;
      for (const all of running.values()) for (const { expiry } of all) clearTimeout(expiry);
    },
  };
}
