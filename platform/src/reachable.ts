import { performance } from 'node:perf_hooks';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Refusal } from './progress.ts';

const PATIENCE_MS = 5000;
/** From this share of the time on, it was us who did not listen. */
const BUSY = 0.5;

/** Refuses with the reason and the remedy unless PostgreSQL lets us in. */
export async function checkPostgres(url: string): Promise<void> {
  try {
    await unlessBusy(() => connect(url));
  } catch (error) {
    throw new Refusal(
      `DATABASE_URL: PostgreSQL at ${addressOf(url)} cannot be used (${reason(error)}): start it, correct DATABASE_URL, or leave it out to use the embedded one.`,
    );
  }
}

async function connect(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Refuses with the reason and the remedy unless a Redis that knows functions lets us in. */
export async function checkRedis(url: string): Promise<void> {
  try {
    await unlessBusy(() => askForFunctions(url));
  } catch (error) {
    throw new Refusal(
      `REDIS_URL: Redis at ${addressOf(url)} cannot be used (${reason(error)}): start Redis 7 or later, correct REDIS_URL, or leave it out to use the embedded one.`,
    );
  }
}

async function askForFunctions(url: string): Promise<void> {
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
    throw problem ?? error;
  } finally {
    redis.disconnect();
  }
}

/** While modules are loaded nothing is heard of a server that answers: what took too long then is tried again. */
export async function unlessBusy<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const before = performance.eventLoopUtilization();
    try {
      return await attempt();
    } catch (error) {
      const { utilization } = performance.eventLoopUtilization(before);
      if (utilization < BUSY || !/time(d )?out/i.test(reason(error))) throw error;
    }
  }
}

function addressOf(url: string): string {
  return new URL(url).host || 'localhost';
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
