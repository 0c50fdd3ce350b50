import { useSyncExternalStore } from 'react';
import type { Channel } from '../../generated/graphql.ts';

/** An item that is to be put on an order, and has not been sent yet. */
export interface CartLine {
  id: string;
  itemId: string;
  quantity: number;
  modifiers: readonly { optionId: string; quantity: number }[];
  seat?: number;
  course?: number;
  note?: string;
}

/** What is being taken for an order: as long as it is not sent, it is changed as one likes. */
export interface Cart {
  orderId: string;
  /** Of an order that is not opened yet. */
  opening?: { channel: Channel; tableId?: string; guests?: number; note?: string };
  lines: readonly CartLine[];
  /** When somebody began to send it; milliseconds since the epoch. */
  sentAt?: number;
}

export interface Carts {
  all(): readonly Cart[];
  onChange(listener: () => void): () => void;
  /** Changes what is being taken for an order; undefined, or nothing on an order that is there, ends it. */
  change(orderId: string, change: (cart: Cart) => Cart | undefined): void;
  /** Takes a cart to send it: of two taps, or two tabs, one gets it. It stays in sight until it is dropped. */
  take(orderId: string): Cart | undefined;
}

/** Whoever takes longer than this to put a cart into the outbox was closed meanwhile. */
const SENDING_MS = 5_000;

/** What is being taken at a location, over a reload and in all tabs of this browser. */
export function createCarts(locationId: string, storage: Storage = localStorage): Carts {
  const key = `mycelium.till.carts.${locationId}`;
  const listeners = new Set<() => void>();
  let text = storage.getItem(key) ?? '[]';
  let carts = read(text);

  /** As it is now, in whichever tab it was changed. */
  function look(): readonly Cart[] {
    const now = storage.getItem(key) ?? '[]';
    if (now !== text) {
      text = now;
      carts = read(text);
    }
    return carts;
  }

  function write(next: readonly Cart[]): void {
    carts = next;
    text = JSON.stringify(next);
    storage.setItem(key, text);
    for (const listener of [...listeners]) listener();
  }

  return {
    all: () => carts,
    onChange(listener) {
      const onStorage = (event: StorageEvent) => {
        if (event.key !== key) return;
        look();
        listener();
      };
      listeners.add(listener);
      addEventListener('storage', onStorage);
      return () => {
        listeners.delete(listener);
        removeEventListener('storage', onStorage);
      };
    },
    change(orderId, change) {
      const known = look();
      const cart = known.find((each) => each.orderId === orderId) ?? { orderId, lines: [] };
      const next = change(cart);
      const others = known.filter((each) => each.orderId !== orderId);
      const isNothing = !next || (next.lines.length === 0 && !next.opening);
      write(isNothing ? others : [...others, next]);
    },
    take(orderId) {
      const known = look();
      const cart = known.find((each) => each.orderId === orderId);
      if (!cart || (cart.sentAt !== undefined && Date.now() - cart.sentAt < SENDING_MS)) return undefined;
      write(known.map((each) => (each === cart ? { ...cart, sentAt: Date.now() } : each)));
      return cart;
    },
  };
}

function read(text: string): readonly Cart[] {
  try {
    const carts: unknown = JSON.parse(text);
    return Array.isArray(carts) ? carts.filter(isCart) : [];
  } catch {
    return [];
  }
}

function isCart(value: unknown): value is Cart {
  return (
    typeof value === 'object' && value !== null && 'orderId' in value && 'lines' in value && Array.isArray(value.lines)
  );
}

export function useCarts(carts: Carts): readonly Cart[] {
  return useSyncExternalStore(carts.onChange, carts.all);
}
