import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import type { ApiClient } from '../api-client/api-client.ts';
import { OperationStatus, RegisteredOperation } from './operation.ts';
import { problemsOf } from './operation-problems.ts';

/** What of a client somebody should look at. */
interface Counts {
  waiting: number;
  refused: number;
}

/** How many operations of a client wait, and how many were approved and would be refused; of all clients of one call in one statement. */
export function countOperations(ctx: Context, client: ApiClient): Promise<Counts> {
  return batched(ctx, client, countAll);
}

async function countAll(ctx: Context, clients: readonly ApiClient[]): Promise<Counts[]> {
  const rows = await ctx.em.find(RegisteredOperation, {
    client: { $in: clients.map(({ id }) => id) },
    status: { $ne: OperationStatus.REJECTED },
    $or: [{ expiresAt: null }, { expiresAt: { $gt: new Date() } }],
  });
  const byClient = Map.groupBy(rows, ({ client }) => client.id);
  return clients.map((client) => {
    const own = byClient.get(client.id) ?? [];
    const [waiting, approved] = [OperationStatus.PENDING, OperationStatus.APPROVED].map((wanted) =>
      own.filter(({ status }) => status === wanted),
    );
    const refused = approved?.filter(({ text }) => problemsOf(text, client).length > 0);
    return { waiting: waiting?.length ?? 0, refused: refused?.length ?? 0 };
  });
}
