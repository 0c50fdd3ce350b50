import { pino } from 'pino';
import { z } from 'zod';
import { openOutsideFetch } from '../outside-fetch.ts';
import { hastyRedis, whenReady } from '../redis.ts';
import { json } from './reader.ts';
import { connectTo, sourceIn } from './tokens.testing.ts';

/** A process that renews tokens, keeps them, and does nothing more. */
const [redisUrl = '', connection = '', baseUrl = ''] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const redis = hastyRedis(redisUrl, log);
await whenReady(redis);
const { fetch } = openOutsideFetch({ log, allowed: ['127.0.0.0/8'] });
const source = sourceIn(redis, connection, { baseUrl, fetch });
const connector = connectTo(
  { redis, connection, baseUrl, fetch },
  {
    ...source,
    async save(tokens) {
      await source.save(tokens);
      process.send?.('kept');
      await new Promise(() => undefined);
    },
  },
);
await connector.call('/data', { correlationId: 'c1', answer: json(z.unknown()) });
