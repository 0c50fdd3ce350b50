import { outsideKey, settingsKey } from '@mycelium/bus/keys';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, create, isSo, unchanged, update } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { afterCommit } from '@mycelium/kit/transaction';
import { applicationFacts, applications } from '@mycelium/schema/applications';
import type { Redis } from 'ioredis';
import { EventSettings, policyOf, settingsSchema, type UpdateEventSettingsInput } from './settings.ts';

/** The applications that the platform itself can answer for. */
export const withHome: readonly string[] = applications.filter((name) => applicationFacts.get(name)?.home);

/** A tenant's settings; as they are for everybody while it has changed nothing. */
export async function readSettings({ em }: Context, tenantId: string): Promise<EventSettings> {
  const found = await em.findOne(EventSettings, { tenantId });
  return found ?? Object.assign(new EventSettings(), { tenantId, version: 0 });
}

/** Changes what the input names, and for what is published, tried or pulled from now on. */
export async function updateSettings(ctx: Context, input: UpdateEventSettingsInput): Promise<EventSettings> {
  const patch = parseInput(settingsSchema, input);
  const known = await ctx.em.findOne(EventSettings, { tenantId: ownTenant(ctx) });
  if (known) {
    await update(ctx, EventSettings, { id: known.id, version: input.version }, patch);
    return mirrorLater(ctx, known);
  }
  if (input.version !== 0)
    throw new Conflict('These settings have never been changed; they are at version 0.', { version: 0 });
  const usual = await readSettings(ctx, ownTenant(ctx));
  if (isSo(usual, patch)) return unchanged(ctx, usual);
  return mirrorLater(ctx, await change(ctx, create(ctx, EventSettings, {}), patch));
}

/** Says whether somebody outside takes the deliveries to this application; answers whether that is new. */
export async function setOutside(ctx: Context, application: string, isOutside: boolean): Promise<boolean> {
  const known = await ctx.em.findOne(EventSettings, { tenantId: ownTenant(ctx) });
  if ((known?.outside.includes(application) ?? false) === isOutside) return false;
  const settings = known ?? create(ctx, EventSettings, {});
  const others = settings.outside.filter((name) => name !== application);
  mirrorLater(ctx, await change(ctx, settings, { outside: isOutside ? [...others, application] : others }));
  return true;
}

/**
 * The tenant's own programs take what is sent to these applications, also when a subgraph answers for them one day. Said once: who
 * says something else later is right.
 */
export async function leaveToPrograms(ctx: Context, tenantId: string, names: readonly string[]): Promise<void> {
  const known = await ctx.em.findOne(EventSettings, { tenantId });
  // Of settings that are there, only where nobody could have decided anything.
  const unsaid = known ? names.filter((name) => !withHome.includes(name)) : names;
  if (unsaid.every((name) => known?.outside.includes(name))) return;
  const settings = known ?? ctx.em.create(EventSettings, { tenantId });
  settings.outside = [...new Set([...settings.outside, ...unsaid])];
  mirrorLater(ctx, settings);
}

/** The platform takes home what was left to programs before it answered for these applications, unless somebody has said anything since. */
export async function takeHome(ctx: Context, tenantId: string, names: readonly string[]): Promise<void> {
  const known = await ctx.em.findOne(EventSettings, { tenantId, version: 1 });
  if (!known?.outside.some((name) => names.includes(name))) return;
  known.outside = known.outside.filter((name) => !names.includes(name));
  mirrorLater(ctx, known);
}

function mirrorLater(ctx: Context, settings: EventSettings): EventSettings {
  afterCommit(ctx, () => mirrorSettings(ctx.redis, [settings]));
  return settings;
}

/** Writes settings to where the bus reads them. */
async function mirrorSettings(redis: Redis, rows: readonly EventSettings[]): Promise<void> {
  const steps = redis.pipeline();
  for (const row of rows) {
    const { tenantId, mode, acknowledgeWithinMs, outside } = row;
    steps.hset(settingsKey(tenantId), { mode, acknowledgeWithinMs, policy: JSON.stringify(policyOf(row)) });
    // Also of those without a home: the subgraph that answers for one begins to lease before anybody looks here.
    for (const name of applications)
      outside.includes(name) ? steps.sadd(outsideKey(name), tenantId) : steps.srem(outsideKey(name), tenantId);
  }
  for (const [error] of (await steps.exec()) ?? []) if (error) throw error;
}

/** Mirrors all settings again: Redis may have been away when one was changed, or have lost it. */
export async function repairSettings({ em, redis }: Context): Promise<void> {
  await mirrorSettings(redis, await em.find(EventSettings, {}));
}
