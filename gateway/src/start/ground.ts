import type { KeyObject } from 'node:crypto';
import { hastyRedis } from '@mycelium/kit/redis';
import { deriveKey } from '@mycelium/kit/secrets';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type Sign, signWith } from '../call-context.ts';
import { type Traffic, trafficWith } from '../calls/traffic.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import type { GatewayOptions, Trust } from '../options.ts';

/** What every room of one gateway stands on. */
export interface Ground {
  log: Logger;
  /** Whether there is no login. */
  open: boolean;
  metrics: Metrics;
  redisUrl?: string;
  /** A connection whose commands fail at once while Redis is away. */
  redis?: Redis;
  sign: Sign;
  /** What subgraphs know us by; none in open mode. */
  key?: KeyObject;
  traffic: Traffic;
}

/** Opens Redis, if there is one. */
export function openGround(
  { log, open = false, redisUrl, secret, traffic }: GatewayOptions & Trust,
  closing: AsyncDisposableStack,
): Ground {
  const redis = redisUrl === undefined ? undefined : hastyRedis(redisUrl, log);
  closing.defer(() => redis?.disconnect());
  const key = secret === undefined ? undefined : deriveKey(secret, 'context');
  return {
    log,
    open,
    metrics: createMetrics(),
    redisUrl,
    redis,
    sign: signWith(key),
    key,
    traffic: trafficWith(traffic),
  };
}
