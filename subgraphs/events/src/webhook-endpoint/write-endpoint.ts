import { randomBytes } from 'node:crypto';
import { forgetTarget, hastenTarget } from '@mycelium/bus/target';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged, update } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { afterCommit } from '@mycelium/kit/transaction';
import { webhookChanged } from '@mycelium/schema/subgraphs/events';
import { recoverAlert } from '../alert/raise.ts';
import { AlertKind } from '../alert-rule/alert-kind.ts';
import { readRegistry } from '../event-type/registry.ts';
import { applicationOf } from './application.ts';
import { mirrorEndpoints, TOLD_KEY } from './mirror.ts';
import {
  type CreateWebhookEndpointInput,
  endpointSchema,
  type NewWebhookSecret,
  overlapSchema,
  type UpdateWebhookEndpointInput,
  updateEndpointSchema,
  WebhookEndpoint,
  WebhookStatus,
} from './webhook-endpoint.ts';

const MOST_ENDPOINTS = 50;
const HOUR_MS = 60 * 60 * 1000;

/** Types that are only about webhooks, the log and what alerts come from would speak to an endpoint of itself, or say more than it should know. */
const INSIDE = /^(webhook|audit|condition)\./;

/** A new secret, as Standard Webhooks want it: 24 to 64 random bytes. */
function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

export async function createEndpoint(ctx: Context, input: CreateWebhookEndpointInput): Promise<NewWebhookSecret> {
  const given = parseInput(endpointSchema, input);
  const tenantId = ownTenant(ctx);
  if ((await ctx.em.count(WebhookEndpoint, { tenantId })) >= MOST_ENDPOINTS)
    throw new Conflict(`There are already ${MOST_ENDPOINTS} endpoints, which is the maximum; remove one first.`, {
      reason: 'FULL',
      limit: MOST_ENDPOINTS,
    });
  const secret = newSecret();
  const endpoint = create(ctx, WebhookEndpoint, {
    url: given.url,
    description: given.description || undefined,
    ...(await namesOf(ctx, given)),
    sealedSecret: ctx.vault.seal(secret),
  });
  await ctx.em.flush();
  tell(ctx, endpoint.id);
  return { secret, endpoint };
}

export async function updateEndpoint(
  ctx: Context,
  id: string,
  input: UpdateWebhookEndpointInput,
): Promise<WebhookEndpoint> {
  const given = parseInput(updateEndpointSchema, input);
  const { eventTypes, sources } = await namesOf(ctx, given);
  return update(
    ctx,
    WebhookEndpoint,
    { id, version: input.version },
    {
      url: given.url ?? undefined,
      description: given.description ?? undefined,
      eventTypes: given.eventTypes ? eventTypes : undefined,
      sources: given.sources ? sources : undefined,
    },
    () => tell(ctx, id),
  );
}

/** The types by their canonical names, and the applications; each must be known. */
async function namesOf(ctx: Context, given: { eventTypes?: string[] | null; sources?: string[] | null }) {
  const registry = await readRegistry(ctx, ownTenant(ctx));
  const eventTypes = (given.eventTypes ?? []).map((name, index) => {
    const type = registry.type(name);
    if (!type || INSIDE.test(type.name))
      throw new Invalid(`There is no event type ${name} to subscribe to.`, ['input', 'eventTypes', index], {
        reason: 'UNKNOWN_TYPE',
        name,
      });
    return type.name;
  });
  const sources = given.sources ?? [];
  const unknown = sources.findIndex((source) => !registry.applications.has(source));
  if (unknown >= 0)
    throw new Invalid(`There is no application ${sources[unknown]}.`, ['input', 'sources', unknown], {
      reason: 'UNKNOWN_APPLICATION',
      name: sources[unknown],
    });
  return { eventTypes: [...new Set(eventTypes)], sources: [...new Set(sources)] };
}

export async function removeEndpoint(ctx: Context, id: string): Promise<string> {
  const endpoint = await read(ctx, WebhookEndpoint, id);
  const { tenantId } = endpoint;
  await recoverAlert(ctx, { tenantId, kind: AlertKind.WEBHOOK_DISABLED, endpointId: id });
  await ctx.em.execute('delete from events.webhook_attempt where tenant_id = ? and endpoint_id = ?', [tenantId, id]);
  ctx.em.remove(endpoint);
  await ctx.em.flush();
  ctx.publish(webhookChanged, { endpointId: id });
  afterCommit(ctx, async () => {
    await ctx.redis.srem(TOLD_KEY, `${tenantId} ${id}`);
    await forgetTarget(ctx.redis, tenantId, applicationOf(id));
  });
  return id;
}

/** A new secret; the one before signs beside it until the overlap is over. */
export async function rotateSecret(ctx: Context, id: string, overlapHours: number): Promise<NewWebhookSecret> {
  const overlap = parseInput(overlapSchema, overlapHours, ['overlapHours']);
  const old = await read(ctx, WebhookEndpoint, id);
  const secret = newSecret();
  const endpoint = await change(ctx, old, {
    sealedOldSecret: old.sealedSecret,
    oldSecretUntil: new Date(Date.now() + overlap * HOUR_MS),
    sealedSecret: ctx.vault.seal(secret),
  });
  ctx.publish(webhookChanged, { endpointId: id });
  return { secret, endpoint };
}

/** Pauses or resumes an endpoint; one that is resumed is sent at once what has waited, whatever it waited for. */
export async function setStatus(ctx: Context, id: string, status: WebhookStatus): Promise<WebhookEndpoint> {
  const endpoint = await read(ctx, WebhookEndpoint, id);
  if (endpoint.status === status) return unchanged(ctx, endpoint);
  Object.assign(endpoint, { status, trouble: undefined, failingSince: undefined });
  await ctx.em.flush();
  if (status === WebhookStatus.ACTIVE) {
    const { tenantId } = endpoint;
    await recoverAlert(ctx, { tenantId, kind: AlertKind.WEBHOOK_DISABLED, endpointId: id });
    afterCommit(ctx, () => hastenTarget(ctx.redis, tenantId, applicationOf(id)));
  }
  tell(ctx, id);
  return endpoint;
}

function tell(ctx: Context, endpointId: string): void {
  const tenantId = ownTenant(ctx);
  ctx.publish(webhookChanged, { endpointId });
  afterCommit(ctx, () => mirrorEndpoints(ctx, tenantId));
}
