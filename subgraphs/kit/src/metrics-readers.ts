import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { noteHostile } from './hostile.ts';
import type { Logger } from './log.ts';

/** Who may read `/metrics`, which show who uses what and how much. */
export type MetricsReaders = 'everyone' | 'nobody' | { token: string };

export const metricsVariables = {
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters; make one with: openssl rand -hex 24').optional(),
};

/** Who may read metrics: on a developer's machine everyone, unless there is a token. */
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

interface Reader {
  headers: { authorization?: string };
  ip: string;
}

/** Why this request may not read them; undefined when it may. */
export function readerRefusal(readers: MetricsReaders, { headers, ip }: Reader, log: Logger): string | undefined {
  if (readers === 'everyone') return undefined;
  if (readers === 'nobody') return 'In production the metrics want a token: set METRICS_TOKEN.';
  const given = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined && isSame(given, readers.token)) return undefined;
  if (given !== undefined) noteHostile(log, { what: 'a wrong token for the metrics', from: ip });
  return 'The metrics want their token: "Authorization: Bearer <METRICS_TOKEN>".';
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
