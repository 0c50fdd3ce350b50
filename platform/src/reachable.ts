import { Redis } from 'ioredis';
import pg from 'pg';
import { Refusal } from './progress.ts';

const PATIENCE_MS = 5000;

/** Refuses with the reason and the remedy unless PostgreSQL lets us in. */
export async function checkPostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Refusal(
      `DATABASE_URL: PostgreSQL at ${addressOf(url)} cannot be used (${reason(error)}): start it, correct DATABASE_URL, or leave it out to use the embedded one.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Refuses with the reason and the remedy unless a Redis that knows functions lets us in. */
export async function checkRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let problem: unknown;
  redis.on('error', (error) => (problem = error));
  try {
    await redis.connect();
    await redis.function('LIST');
  } catch (error) {
    throw new Refusal(
      `REDIS_URL: Redis at ${addressOf(url)} cannot be used (${reason(problem ?? error)}): start Redis 7 or later, correct REDIS_URL, or leave it out to use the embedded one.`,
    );
  } finally {
    redis.disconnect();
  }
}

function addressOf(url: string): string {
  return new URL(url).host || 'localhost';
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
