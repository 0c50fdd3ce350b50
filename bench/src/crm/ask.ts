import { randomUUID } from 'node:crypto';
import { deriveKey } from '@mycelium/kit/secrets';
import { signContext } from '@mycelium/kit/viewer';

interface Call {
  query: string;
  variables: Record<string, unknown>;
}

/** Asks a CRM as somebody of a tenant who may see and write all of it, and takes how long it takes. */
export function askCrm(url: string, tenantId: string, secret: string) {
  const key = deriveKey(secret, 'context');
  const viewer = { kind: 'user' as const, id: randomUUID(), tenantId, scopes: ['crm:read', 'crm:write', 'pii:read'] };
  return async <Data>(call: Call): Promise<{ data: Data; ms: number }> => {
    const begin = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-mycelium-context': signContext({ viewer, correlationId: randomUUID() }, { ...call, to: 'crm' }, key),
      },
      body: JSON.stringify(call),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return { data, ms: performance.now() - begin };
  };
}

export type Ask = ReturnType<typeof askCrm>;

/** How long 95 of 100 took at most, in milliseconds. */
export function p95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
