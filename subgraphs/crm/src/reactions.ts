import { on, type Reaction } from '@mycelium/kit/subgraph';
import { creditAllocated, creditConsumed } from '@mycelium/schema/subgraphs/events';

/** What CRM and affiliate do when others speak; what it resolves with is their acknowledgment. */
export const reactions: readonly Reaction[] = [
  ...[creditAllocated, creditConsumed].map((type) =>
    on(type, async (_ctx, { application, balance }) => ({ [`${application}Balance`]: balance, application })),
  ),
];
