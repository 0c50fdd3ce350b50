import { Pool } from 'undici';
import type { Child } from './child.ts';

export interface Request {
  query: string;
  /** The variables of the n-th request. */
  variables?: (count: number) => Record<string, unknown>;
}

export interface LoadResult {
  requests: number;
  /** CPU seconds that the gateway used. */
  cpuSeconds: number;
  /** Milliseconds, sorted. */
  latencies: number[];
}

const CONNECTIONS = 16;

/** The data of one answer, as text in one order of keys; throws when there are errors. */
export async function answer(url: string, { query, variables }: Request): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: variables?.(1) }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors || !data) throw new Error(`${url} answered ${JSON.stringify(errors)?.slice(0, 400)}`);
  return JSON.stringify(data);
}

/** Keeps 16 connections busy for this long. */
export async function load(gateway: Child, { query, variables }: Request, milliseconds: number): Promise<LoadResult> {
  const url = new URL(String(gateway.ready));
  const pool = new Pool(url.origin, { connections: CONNECTIONS, pipelining: 1 });
  const latencies: number[] = [];
  const end = performance.now() + milliseconds;
  let sent = 0;
  const before = gateway.cpu();
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      sent += 1;
      const began = performance.now();
      const { body, statusCode } = await pool.request({
        path: url.pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables: variables?.(sent) }),
      });
      await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`${url} answered with ${statusCode}.`);
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const cpuSeconds = (gateway.cpu() - before) / 1e6;
  await pool.close();
  return { requests: latencies.length, cpuSeconds, latencies: latencies.sort((a, b) => a - b) };
}
