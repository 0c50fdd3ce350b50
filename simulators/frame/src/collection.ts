import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { Refusal } from './reply.ts';

/** What every thing of a vendor has, whatever else it is. */
export interface Kept {
  id: string;
  createdAt: string;
  updatedAt: string;
  version: number;
}

/** Things of one kind, in the order in which they came. */
export interface Collection<Thing> {
  add(facts: Thing & { id?: string }): Thing & Kept;
  /** Refuses with 404 what is not there. */
  get(id: string): Thing & Kept;
  edit(id: string, facts: Partial<Thing>): Thing & Kept;
  remove(id: string): void;
  list(): (Thing & Kept)[];
}

export function openCollection<Thing extends object>(clock: Clock): Collection<Thing> {
  const things = new Map<string, Thing & Kept>();
  const keep = (thing: Thing & Kept): Thing & Kept => {
    things.set(thing.id, thing);
    return thing;
  };
  const get = (id: string): Thing & Kept => {
    const thing = things.get(id);
    if (!thing) throw new Refusal(404, `There is no ${id}.`);
    return thing;
  };
  return {
    get,
    add(facts) {
      const at = clock.now().toISOString();
      return keep({ ...facts, id: facts.id ?? randomUUID(), createdAt: at, updatedAt: at, version: 1 });
    },
    edit(id, facts) {
      const known = get(id);
      return keep({ ...known, ...facts, id, updatedAt: clock.now().toISOString(), version: known.version + 1 });
    },
    remove: (id) => void things.delete(get(id).id),
    list: () => [...things.values()],
  };
}
