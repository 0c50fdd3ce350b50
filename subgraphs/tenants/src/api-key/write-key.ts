import { type Loaded, LockMode, ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged } from '@mycelium/kit/crud';
import { Conflict, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { newToken, tokenHash } from '@mycelium/kit/token';
import { afterCommit } from '@mycelium/kit/transaction';
import { apiKeyCreated, apiKeyRevoked, apiKeyRotated } from '@mycelium/schema/subgraphs/tenants';
import { validate as isUuid } from 'uuid';
import { ApiClient } from '../api-client/api-client.ts';
import { tellRevoked } from '../session/tell-revoked.ts';
import { Tenant, TenantEnvironment } from '../tenant/tenant.ts';
import { ApiKey, type CreateApiKeyInput, createApiKeySchema, type NewApiKey, overlapSchema } from './api-key.ts';
import { isGood } from './key-status.ts';

const MOST_KEYS = 10;
const HOUR_MS = 60 * 60 * 1000;
/** How much of a key is shown: gg_live_ or gg_test_, and four characters of its own. */
const SHOWN_CHARACTERS = 12;

const prefixes = { [TenantEnvironment.LIVE]: 'gg_live_', [TenantEnvironment.TEST]: 'gg_test_' };

/** How the keys of a tenant in this environment begin. */
export function prefixOf(environment: TenantEnvironment): string {
  return prefixes[environment];
}

/** What is kept of a key to show. */
export function shownOf(key: string): string {
  return `${key.slice(0, SHOWN_CHARACTERS)}…`;
}

/** A new key of a client, for the tenant's environment. */
export async function createApiKey(ctx: Context, clientId: string, input: CreateApiKeyInput): Promise<NewApiKey> {
  const given = parseInput(createApiKeySchema, input);
  const made = await makeKey(ctx, clientId, given);
  ctx.publish(apiKeyCreated, { clientId, keyId: made.apiKey.id });
  return made;
}

/** A new key in place of one that is good, with the same end if that has one; the old one ends after the overlap, or before if it was to. */
export async function rotateApiKey(ctx: Context, id: string, overlapHours: number): Promise<NewApiKey> {
  const overlap = parseInput(overlapSchema, overlapHours, ['overlapHours']);
  const old = await read(ctx, ApiKey, id);
  const now = new Date();
  if (!isGood(old, now)) throw new Conflict('This key has expired; create a new one.', { reason: 'KEY_ENDED' });
  const clientId = old.client.id;
  const made = await makeKey(ctx, clientId, { note: old.note, expiresAt: old.expiresAt });
  const end = new Date(now.getTime() + overlap * HOUR_MS);
  const expiresAt = old.expiresAt && old.expiresAt < end ? old.expiresAt : end;
  // Whoever replaced it knows that it ends.
  await change(ctx, old, { expiresAt, warnedAt: now });
  if (overlap === 0) afterCommit(ctx, () => tellRevoked(ctx, id));
  ctx.publish(apiKeyRotated, { clientId, keyId: id, newKeyId: made.apiKey.id });
  return made;
}

/** Refuses a key at once and for good. */
export async function revokeApiKey(ctx: Context, id: string): Promise<ApiKey> {
  const key = await read(ctx, ApiKey, id);
  if (key.revokedAt) return unchanged(ctx, key);
  await change(ctx, key, { revokedAt: new Date() });
  ctx.publish(apiKeyRevoked, { clientId: key.client.id, keyId: id });
  afterCommit(ctx, () => tellRevoked(ctx, id));
  return key;
}

async function makeKey(
  ctx: Context,
  clientId: string,
  { note, expiresAt }: Pick<ApiKey, 'note' | 'expiresAt'>,
): Promise<NewApiKey> {
  const client = await readAlone(ctx, clientId);
  const good = await ctx.em.count(ApiKey, {
    client: clientId,
    revokedAt: null,
    $or: [{ expiresAt: null }, { expiresAt: { $gt: new Date() } }],
  });
  if (good >= MOST_KEYS)
    throw new Conflict(`This client already has ${MOST_KEYS} keys, which is the maximum; revoke one first.`, {
      reason: 'FULL',
      limit: MOST_KEYS,
    });
  const { environment } = await read(ctx, Tenant, client.tenantId);
  const key = newToken(prefixOf(environment));
  const apiKey = create(ctx, ApiKey, {
    client: ref(client),
    note,
    expiresAt,
    hash: tokenHash(key),
    prefix: shownOf(key),
  });
  await ctx.em.flush();
  return { key, apiKey };
}

/** The client, while nobody else makes a key of it. */
async function readAlone({ em }: Context, id: string): Promise<Loaded<ApiClient>> {
  const client = isUuid(id)
    ? await em.findOne(ApiClient, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    : undefined;
  if (!client) throw new NotFound('ApiClient', id);
  return client;
}
