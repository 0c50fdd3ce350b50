import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { z } from 'zod';
import { itemSchema } from './menu.ts';
import { documentIdOf } from './operation.ts';

const changeSchema = z.object({
  menuChanged: z.object({ cursor: z.string(), kind: z.string(), itemId: z.string(), item: itemSchema.nullable() }),
});
export type Change = z.infer<typeof changeSchema>['menuChanged'];

/** Not valid, or revoked. */
const refusals = [4401, 4403];
const LONGEST_WAIT_MS = 30_000;

/** Each change of a tenant's menu behind a position, over any loss of the connection; throws when we are refused. */
export async function* followMenu(
  url: string,
  key: string,
  tenantId: string,
  position: string,
): AsyncGenerator<Change> {
  const socket = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
  const documentId = documentIdOf('menu-changed');
  let after = position;
  for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    const asked = { query: '', documentId, variables: { tenantId, after, locale: 'en' } };
    try {
      for await (const { data, errors } of socket.iterate(asked)) {
        if (errors) throw new Error(errors[0]?.message);
        const { menuChanged } = changeSchema.parse(data);
        after = menuChanged.cursor;
        waitMs = 500;
        yield menuChanged;
      }
    } catch (error) {
      if (!isLoss(error)) throw error;
    }
    await sleep(waitMs);
  }
}

/** Whether the connection was lost, rather than we refused: an end has a code, everything else is an answer. */
function isLoss(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && typeof error.code === 'number') return !refusals.includes(error.code);
  return error instanceof Event;
}
