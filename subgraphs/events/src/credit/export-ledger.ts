import { csvOf } from '@mycelium/kit/csv';
import type { CreditEntry } from './credit-entry.ts';

const columns = [
  ...['at', 'application', 'entityId', 'kind', 'amount', 'balanceAfter'],
  ...['purpose', 'actorKind', 'actorId', 'eventId'],
];

/** Lines of the ledger as a table. */
export async function csvOfEntries(entries: readonly CreditEntry[]): Promise<string> {
  const rows = entries.map(async ({ createdAt, account, kind, amount, balanceAfter, purpose, actor, eventId }) => {
    const { application, entityId } = await account.loadOrFail();
    return [
      ...[createdAt.toISOString(), application, entityId, kind, amount, balanceAfter],
      ...[purpose, actor.kind, actor.id, eventId],
    ];
  });
  return csvOf(columns, await Promise.all(rows));
}
