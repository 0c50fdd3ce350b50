import { Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { part } from '../part.ts';
import type { Manifest } from '../subgraph.ts';
import { enqueue } from '../tasks/enqueue.ts';
import { task } from '../tasks/task.ts';
import { type TestSubgraph, testSubgraph } from '../testing.ts';
import { throughLines } from './in-batches.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

const LAST = 4;
const seen: (readonly string[])[] = [];
let second = Promise.withResolvers<void>();

const keep = ({ em }: Context, what: string) =>
  em.execute('insert into tenants.inbox (event_id, consumer) values (?, ?)', [uuidv7(), what]);
const kept = async ({ em }: Context) =>
  (await em.execute<{ consumer: string }[]>('select consumer from tenants.inbox order by consumer')).map(
    ({ consumer }) => consumer,
  );

/** Writes a line after the other, the first one only when the second is begun; its first attempt fails at one of them. */
const through = task(
  'through',
  z.object({ failsAt: z.number() }),
  (desk, { failsAt }) =>
    throughLines(desk, 'lines', {
      read: async (_, after) => (after < LAST ? { lastLine: after + 1 } : undefined),
      prepare: async ({ lastLine }) => lastLine,
      async begin(ctx, lastLine) {
        await keep(ctx, `begun ${lastLine}`);
        if (lastLine === 2) second.resolve();
      },
      async write(ctx, lastLine) {
        if (lastLine === 1) await second.promise;
        if (lastLine === failsAt && desk.attempt === 1) throw new Error('It fails.');
        seen.push(await kept(ctx));
        await keep(ctx, `written ${lastLine}`);
      },
    }),
  { firstWaitMs: 10 },
);

let testing: TestSubgraph;
const manifest: Manifest = {
  ...{ name: 'tenants', parts: [part(Alive)], references: [], reactions: [] },
  tasks: [through],
};
beforeAll(async () => {
  testing = await testSubgraph(manifest);
});
afterAll(() => testing.close());
beforeEach(() => testing.subgraph.work(({ em }) => em.execute('delete from tenants.inbox')));

const all = (upTo: number) =>
  ['begun', 'written'].flatMap((what) => [1, 2, 3, 4].slice(0, upTo).map((n) => `${what} ${n}`));

test.each([0, 1, 2, 4])(
  'batches are begun while those before them are written, and kept after them, each once, also where the first attempt fails at %i',
  async (failsAt) => {
    seen.length = 0;
    second = Promise.withResolvers();
    await testing.subgraph.work(async (ctx) => enqueue(ctx, through, { failsAt }));
    await vi.waitFor(async () => expect(await testing.subgraph.work(kept)).toEqual(all(LAST)), { timeout: 15_000 });
    // Whoever writes sees all that is before, and of what comes behind nothing.
    expect(seen).toEqual([1, 2, 3, 4].map((line) => all(line).slice(0, -1)));
  },
);
