import { createRedisMock } from 'js-redis-server';
import type { EmbeddedRedis } from './redis.ts';

/** The last resort: a Redis in this process, without a disk. */
export async function startInMemory(port?: number): Promise<EmbeddedRedis> {
  const server = await createRedisMock(port ? { port } : {});
  return { url: server.url, pid: process.pid, kind: 'in-memory', stop: () => server.close() };
}
