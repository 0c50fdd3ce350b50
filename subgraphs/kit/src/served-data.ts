import type { EntityManager } from '@mikro-orm/postgresql';
import { dataVersion, refuseOther } from '@mycelium/database/data-version';
import type { SubgraphName } from '@mycelium/schema/roster';
import type { Redis } from 'ioredis';
import type { Logger } from './log.ts';

/** How what lies in Redis is laid out; one more when code of the version before could not go on with it. */
const REDIS_LAYOUT = 1;
const LAYOUT_KEY = 'mycelium:layout';
const PATIENCE_MS = 2_000;

/** Throws, by name, when the data in PostgreSQL or Redis are not those that this code serves. What cannot be asked now is not looked at. */
export async function checkServedData(
  em: EntityManager,
  redis: Redis,
  subgraph: SubgraphName,
  log: Logger,
): Promise<void> {
  const asked = <Answer>(server: string, answer: Promise<Answer>): Promise<Answer | undefined> =>
    Promise.race([answer, late()]).catch((error: unknown) => {
      log.warn({ server, reason: String(error) }, 'the version of the data could not be asked');
      return undefined;
    });
  const version = dataVersion((sql) => em.execute(sql), subgraph);
  const [postgres, layout] = await Promise.all([
    asked(
      'PostgreSQL',
      version.then((found) => ({ version: found })),
    ),
    asked('Redis', redis.get(LAYOUT_KEY)),
  ]);
  if (postgres) refuseOther(subgraph, postgres.version);
  if (Number(layout ?? 0) > REDIS_LAYOUT)
    throw new Error(
      `what lies in Redis is of a newer layout (${layout}) than this version knows (${REDIS_LAYOUT}): start that version`,
    );
  if (layout === null) await redis.set(LAYOUT_KEY, REDIS_LAYOUT, 'NX').catch(() => undefined);
}

/** A server that does not answer holds up nobody. */
function late(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('does not answer')), PATIENCE_MS).unref();
  });
}
