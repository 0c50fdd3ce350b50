import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '@mycelium/frame/clock';
import { Refusal } from '@mycelium/frame/reply';

export interface Item {
  id: string;
  reference?: string;
  categoryId?: string;
  name: Record<string, string>;
  description: Record<string, string>;
  priceMinor: number;
  currency: string;
  available: boolean;
  deleted: boolean;
  updatedAt: string;
  version: number;
}

interface Category {
  id: string;
  reference: string;
  name: Record<string, string>;
  position: number;
}

export type PushedItem = Partial<Omit<Item, 'version' | 'updatedAt'>> & {
  reference: string;
  categoryReference?: string;
};
export type PushedCategory = Partial<Category> & { reference: string; deleted?: boolean };
interface Result {
  reference: string;
  id?: string;
  error?: string;
}

/** One account's catalogue, with a sequence over its changes. */
export class Account {
  tenant: unknown;
  services: unknown;
  /** What is refused, by reference. */
  rejects = new Set<string>();
  readonly categories = new Map<string, Category>();
  readonly items = new Map<string, Item>();
  readonly #byReference = new Map<string, string>();
  /** Ids in the order of their last change. */
  readonly #order = new Map<string, number>();
  #sequence = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  pushCategories(pushed: readonly PushedCategory[]): Result[] {
    return pushed.map(({ deleted, ...category }) => {
      const { reference } = category;
      const known = [...this.categories.values()].find((one) => one.reference === reference);
      const id = known?.id ?? randomUUID();
      if (deleted) this.categories.delete(id);
      else this.categories.set(id, { name: {}, position: 0, ...known, ...category, id });
      return { reference, id };
    });
  }

  push(pushed: readonly PushedItem[]): Result[] {
    return pushed.map(({ categoryReference, id: given, ...facts }) => {
      const { reference } = facts;
      if (this.rejects.has(reference)) return { reference, error: 'This item is refused.' };
      const id = given && this.items.has(given) ? given : (this.#byReference.get(reference) ?? randomUUID());
      const known = this.items.get(id);
      if (!known && facts.deleted) return { reference, id };
      if (!known && !facts.name) return { reference, error: 'There is no such item.' };
      const category = [...this.categories.values()].find((one) => one.reference === categoryReference);
      const item = { ...(known ?? blank(id)), ...named(facts), ...(category ? { categoryId: category.id } : {}) };
      this.#byReference.set(reference, id);
      this.#keep(item);
      return { reference, id };
    });
  }

  changes(after: string | null, limit: number): { items: Item[]; cursor: string; more: boolean } {
    const from = Number(after ?? 0);
    const found: Item[] = [];
    let cursor = from;
    for (const [id, sequence] of this.#order) {
      const item = this.items.get(id);
      if (sequence <= from || !item) continue;
      if (found.length === limit) return { items: found, cursor: String(cursor), more: true };
      found.push(item);
      cursor = sequence;
    }
    return { items: found, cursor: String(cursor), more: false };
  }

  read(ids: readonly string[]): Item[] {
    return ids.flatMap((id) => this.items.get(id) ?? []);
  }

  /** Its own users make an item. */
  add(facts: Partial<Item>): Item {
    return this.#keep({ ...blank(randomUUID()), ...facts });
  }

  /** Its own users change an item. */
  edit(id: string, facts: Partial<Item>): Item {
    const item = this.items.get(id);
    if (!item) throw new Refusal(400, 'There is no such item.');
    return this.#keep({ ...item, ...facts });
  }

  byReference(reference: string): Item | undefined {
    return this.items.get(this.#byReference.get(reference) ?? '');
  }

  #keep(item: Item): Item {
    const known = this.items.get(item.id);
    if (known && isDeepStrictEqual(known, item)) return known;
    const kept = { ...item, version: (known?.version ?? 0) + 1, updatedAt: this.#clock.now().toISOString() };
    this.items.set(kept.id, kept);
    this.#sequence += 1;
    this.#order.delete(kept.id);
    this.#order.set(kept.id, this.#sequence);
    return kept;
  }
}

function blank(id: string): Item {
  return {
    id,
    name: {},
    description: {},
    priceMinor: 0,
    currency: 'USD',
    available: true,
    deleted: false,
    updatedAt: '',
    version: 0,
  };
}

function named<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Facts>;
}
