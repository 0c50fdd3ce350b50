import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { RegisteredApplication } from '../application/application.ts';
import type { KnownType, Registry } from './registry.ts';

/** How many applications a tenant may register, beside those that every tenant has. */
const MOST_APPLICATIONS = 100;
const MOST_TYPES = 200;
/** How many versions a type may have. */
const MOST_VERSIONS = 100;
/** How long the newest schemas of all types may be together, since they are read with each event that is published. */
const MOST_CHARACTERS = 500_000;

/** Who registers something for the same tenant at the same moment waits, so that the limits hold. */
export async function registerInTurn(ctx: Context): Promise<void> {
  await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 2))', [`events registry ${ownTenant(ctx)}`]);
}

/** Throws when the tenant has as many applications as it may. */
export async function checkRoomForApplication(ctx: Context): Promise<void> {
  if ((await ctx.em.count(RegisteredApplication, { tenantId: ownTenant(ctx) })) >= MOST_APPLICATIONS)
    throw tooMany(`A tenant has at most ${MOST_APPLICATIONS} applications of its own.`, MOST_APPLICATIONS);
}

/** Throws when there is no room for this version of a type. */
export async function checkRoomForType(
  ctx: Context,
  registry: Registry,
  { name, payloadSchema }: Pick<KnownType, 'name' | 'payloadSchema'>,
): Promise<void> {
  const [{ types, versions } = { types: 0, versions: 0 }] = await ctx.em.execute<{ types: number; versions: number }[]>(
    `select count(distinct name)::int as types, (count(*) filter (where name = ?))::int as versions
     from events.registered_event_type where tenant_id = ?`,
    [name, ownTenant(ctx)],
  );
  if (versions === 0 && types >= MOST_TYPES)
    throw tooMany(`A tenant has at most ${MOST_TYPES} event types of its own.`, MOST_TYPES);
  if (versions >= MOST_VERSIONS) throw tooMany(`A type has at most ${MOST_VERSIONS} versions.`, MOST_VERSIONS);
  const others = registry.types.filter((type) => !type.isBuiltIn && type.name !== name);
  const schemas = [...others.map((type) => type.payloadSchema), payloadSchema];
  const size = schemas.reduce((sum, schema) => sum + JSON.stringify(schema).length, 0);
  if (size > MOST_CHARACTERS)
    throw new Invalid(
      `The schemas of all your types together have at most ${MOST_CHARACTERS.toLocaleString('en')} characters.`,
      ['input', 'payloadSchema'],
      { reason: 'TOO_LONG', limit: MOST_CHARACTERS },
    );
}

function tooMany(message: string, limit: number): Conflict {
  return new Conflict(message, { reason: 'TOO_MANY', limit });
}
