import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { eachAlone } from '@mycelium/kit/transaction';
import { applicationFacts } from '@mycelium/schema/applications';
import type { Teller } from '@mycelium/schema/event-type';
import { eventTypes } from '@mycelium/schema/event-types';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { RegisteredApplication } from '../application/application.ts';
import { ACKNOWLEDGMENT, acknowledgmentPayload } from '../event/event.ts';
import { onBus } from '../on-bus.ts';
import { RegisteredEventType } from './event-type.ts';
import { ownPayload } from './own-payload.ts';

/** A type as the bus needs it. */
export interface KnownType {
  name: string;
  aliases: readonly string[];
  description: string;
  version: number;
  /** An application, or `ANYONE`. */
  source: string;
  toldBy: Teller;
  targets: readonly string[];
  isBuiltIn: boolean;
  payload: z.ZodType;
  payloadSchema: Record<string, unknown>;
}

/** Whom and what a tenant knows on the bus: what every tenant has, and what it registered itself. */
export interface Registry {
  /** Name and description, in the order in which they came. */
  applications: ReadonlyMap<string, string>;
  /** The type with this name or alias. */
  type(name: string): KnownType | undefined;
  types: readonly KnownType[];
}

/** The source of what each application says of itself. */
export const ANYONE = 'any';

const acknowledgment: KnownType = {
  name: ACKNOWLEDGMENT,
  aliases: [],
  description:
    'An application has processed an event, or could not. It reaches the source of that event, see acknowledgmentReceived, and is not acknowledged in turn.',
  version: 1,
  source: ANYONE,
  toldBy: 'PEOPLE',
  targets: [],
  isBuiltIn: true,
  payload: acknowledgmentPayload,
  payloadSchema: jsonSchemaOf(acknowledgmentPayload),
};

const registryKey = (tenant: string): string => `mycelium:bus:registry:${tenant}`;

const mirroredSchema = z.object({
  applications: z.array(z.object({ name: z.string(), description: z.string() })),
  types: z.array(
    z.object({
      name: z.string(),
      aliases: z.array(z.string()),
      description: z.string(),
      version: z.number(),
      source: z.string(),
      targets: z.array(z.string()),
      payloadSchema: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Registries that were read, by their text in Redis, which changes with each registration. */
const registries = new LRUCache<string, Registry>({ max: 500 });

/** Reads the registry of a tenant without a row of the database. */
export async function readRegistry(ctx: Context, tenant: string): Promise<Registry> {
  const mirrored = (await onBus(ctx, (redis) => redis.get(registryKey(tenant)))) ?? '';
  const known = registries.get(mirrored);
  if (known) return known;
  const registry = openRegistry(mirrored);
  registries.set(mirrored, registry);
  return registry;
}

function openRegistry(mirrored: string): Registry {
  const own = mirroredSchema.parse(mirrored ? JSON.parse(mirrored) : { applications: [], types: [] });
  const names = new Map([...applicationFacts].map(([name, { description }]) => [name, description]));
  for (const { name, description } of own.applications) names.set(name, description);
  const everyone = [...names.keys()];
  const types: KnownType[] = [
    ...[...eventTypes.values()].map(
      ({ toldBy = 'PLATFORM', aliases = [], version = 1, targets, payload, ...type }) => ({
        name: type.name,
        aliases,
        description: type.description,
        version,
        source: type.source,
        toldBy,
        targets: targets === 'all' ? everyone.filter((target) => target !== type.source) : targets,
        isBuiltIn: true,
        payload,
        payloadSchema: jsonSchemaOf(payload),
      }),
    ),
    acknowledgment,
    ...own.types.map((type) => ({
      ...type,
      toldBy: 'PEOPLE' as const,
      targets: type.targets.length > 0 ? type.targets : everyone.filter((target) => target !== type.source),
      isBuiltIn: false,
      payload: ownPayload(type.payloadSchema),
    })),
  ];
  // A name that every tenant has is never a tenant's own, whichever came first.
  const inOrder = types.toSorted((one, other) => Number(one.isBuiltIn) - Number(other.isBuiltIn));
  const byName = new Map(inOrder.flatMap((type) => [type.name, ...type.aliases].map((name) => [name, type])));
  return {
    applications: names,
    types: types.filter((type) => byName.get(type.name) === type),
    type: (name) => byName.get(name),
  };
}

function jsonSchemaOf(payload: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(payload, { unrepresentable: 'any', io: 'input' }) as Record<string, unknown>;
}

/** Writes what a tenant registered to where the bus reads it; the newest version of each type counts. */
export async function mirrorRegistry({ em, redis }: Pick<Context, 'em' | 'redis'>, tenantId: string): Promise<void> {
  const fork = asSystem({ em });
  const own = await fork.find(RegisteredApplication, { tenantId }, { orderBy: { id: 'asc' } });
  const types = await fork.find(RegisteredEventType, { tenantId }, { orderBy: { number: 'asc' } });
  const newest = new Map(types.map((type) => [type.name, type]));
  const mirrored = {
    applications: own.map(({ name, description }) => ({ name, description })),
    types: [...newest.values()].map(({ name, aliases, description, number, source, targets, payloadSchema }) => ({
      name,
      aliases,
      description,
      version: number,
      source,
      targets,
      payloadSchema,
    })),
  };
  await redis.set(registryKey(tenantId), JSON.stringify(mirrored));
}

/** Redis may have been away when something was registered, or have lost it. */
export async function repairRegistries(ctx: Context): Promise<void> {
  const rows = await ctx.em.execute<{ tenant_id: string }[]>(
    'select tenant_id from events.registered_application union select tenant_id from events.registered_event_type',
  );
  const tenants = rows.map(({ tenant_id }) => tenant_id);
  await eachAlone(ctx, tenants, async (tenantId) => {
    if ((await ctx.redis.exists(registryKey(tenantId))) === 0) await mirrorRegistry(ctx, tenantId);
  });
}
