import { createHash, timingSafeEqual } from 'node:crypto';
import { noteHostile } from '@mycelium/kit/hostile';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { unauthenticated } from '../errors.ts';

/** Who may read `/metrics`, which tell who uses what and how much. */
export type MetricsReaders = 'everyone' | 'nobody' | { token: string };

export const metricsVariables = {
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters; make one with: openssl rand -hex 24').optional(),
};

/** On a developer's machine everyone, unless there is a token. */
export function metricsReadersOf({
  METRICS_TOKEN: token,
  NODE_ENV,
}: {
  METRICS_TOKEN?: string;
  NODE_ENV: string;
}): MetricsReaders {
  if (token !== undefined) return { token };
  return NODE_ENV === 'production' ? 'nobody' : 'everyone';
}

/** Throws `UNAUTHENTICATED` unless this request may read them. */
export function admitReader(readers: MetricsReaders, { headers, ip }: FastifyRequest, log: Logger): void {
  if (readers === 'everyone') return;
  if (readers === 'nobody') throw unauthenticated('In production the metrics want a token: set METRICS_TOKEN.');
  const given = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined && isSame(given, readers.token)) return;
  if (given !== undefined) noteHostile(log, { what: 'a wrong token for the metrics', from: ip });
  throw unauthenticated('The metrics want their token: "Authorization: Bearer <METRICS_TOKEN>".');
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
