import type { EntityClass } from '@mikro-orm/core';
import { openAlone as openSubgraphAlone } from '@mycelium/kit/alone.testing';

/** This subgraph as a process of its own. */
export function openAlone(entities: EntityClass<object>[] = []) {
  return openSubgraphAlone('events', new URL('./main.ts', import.meta.url), entities);
}
