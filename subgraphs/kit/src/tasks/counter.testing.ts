import { setTimeout as sleep } from 'node:timers/promises';
import { Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { createLog } from '../log.ts';
import { part } from '../part.ts';
import { openSubgraph } from '../subgraph.ts';
import { task } from './task.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

/** Counts, and writes down each number with how far it is. */
const count = task('count', z.object({ to: z.number() }), async ({ reached, keep }, { to }) => {
  for (let n = Number(reached ?? 0) + 1; n <= to; n += 1) {
    await keep(n, ({ em }) =>
      em.execute('insert into restaurant.inbox (event_id, consumer) values (?, ?)', [uuidv7(), String(n)]),
    );
    await sleep(20);
  }
});

/** A process that counts until it is killed. */
const [databaseUrl = '', redisUrl = '', secret = ''] = process.argv.slice(2);
await openSubgraph(
  { name: 'restaurant', parts: [part(Alive)], references: [], reactions: [], tasks: [count] },
  { databaseUrl, redisUrl, secret, log: createLog('counter', 'error') },
);
