import { on, type Reaction } from '@mycelium/kit/subgraph';
import { configUpdated } from '@mycelium/schema/subgraphs/events';

/** What venues do when others speak; what it resolves with is their acknowledgment. */
export const reactions: readonly Reaction[] = [
  // There is nothing to do but to say that it was heard.
  on<unknown>(configUpdated, async () => ({})),
];
