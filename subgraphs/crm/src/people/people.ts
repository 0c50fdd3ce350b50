import type { Context } from '@mycelium/kit/context';
import { Invalid, Unavailable } from '@mycelium/kit/errors';
import { Refused } from '@mycelium/kit/neighbours';
import { scopesOf } from '@mycelium/schema/permissions';
import { roles } from '@mycelium/schema/role';
import { z } from 'zod';
import { Side } from '../side/side.ts';

/** The longest page that tenants gives of its people. */
const AT_ONCE = 200;
const TENANT = `query ($t: [_Any!]!) { _entities(representations: $t) { ... on Tenant { timeZone } } }`;
const MEMBERS = `query ($t: [_Any!]!, $users: [ID!]!) {
  _entities(representations: $t) { ... on Tenant { members(users: $users, first: ${AT_ONCE}) { edges { node { role timeZone user { id name } } } } } }
}`;
const ALL_MEMBERS = MEMBERS.replace(', $users: [ID!]!', '').replace('users: $users, ', '');
const STAFF = '{ platformStaff { id } }';

const member = z.object({
  role: z.enum(roles),
  timeZone: z.string().nullable(),
  user: z.object({ id: z.string(), name: z.string() }).nullable(),
});
const membersSchema = z.object({
  _entities: z.tuple([z.object({ members: z.object({ edges: z.array(z.object({ node: member })) }) }).nullable()]),
});
const staffSchema = z.object({ platformStaff: z.array(z.object({ id: z.string() })) });
const tenantSchema = z.object({ _entities: z.tuple([z.object({ timeZone: z.string() }).nullable()]) });

/** Somebody of a tenant. */
export interface Person {
  id: string;
  name: string;
  /** IANA. */
  timeZone: string;
  scopes: readonly string[];
}

/** Where a tenant is, as an IANA time zone; undefined for one that is not there. Throws Unavailable while nobody can say. */
export async function timeZoneOfTenant(ctx: Context, tenantId: string): Promise<string | undefined> {
  const { _entities } = tenantSchema.parse(await askTenants(ctx, tenantId, TENANT, {}));
  return _entities[0]?.timeZone;
}

/** Those of these people who work for the tenant, by their ids. Throws Unavailable while nobody can say. */
export async function peopleOf(
  ctx: Context,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const users = [...new Set(ids)];
  const people = new Map<string, Person>();
  for (let at = 0; at < users.length; at += AT_ONCE)
    for (const person of await membersAmong(ctx, tenantId, users.slice(at, at + AT_ONCE)))
      people.set(person.id, person);
  return people;
}

async function membersAmong(ctx: Context, tenantId: string, users: readonly string[]): Promise<Person[]> {
  const { _entities } = membersSchema.parse(await askTenants(ctx, tenantId, MEMBERS, { users }));
  const found = _entities[0]?.members.edges ?? [];
  return found.flatMap(({ node: { role, timeZone, user } }) =>
    user ? [{ id: user.id, name: user.name, timeZone: timeZone ?? 'UTC', scopes: scopesOf(role) }] : [],
  );
}

/** The ids of the tenant's people who may read the CRM, by their names in small letters; the first 200. Throws Unavailable while nobody can say. */
export async function readersByName(ctx: Context, tenantId: string): Promise<ReadonlyMap<string, string>> {
  const { _entities } = membersSchema.parse(await askTenants(ctx, tenantId, ALL_MEMBERS, {}));
  const readers = (_entities[0]?.members.edges ?? []).flatMap(({ node: { role, user } }) =>
    user && scopesOf(role).includes('crm:read') ? [user] : [],
  );
  return new Map(readers.map(({ id, name }) => [name.toLowerCase(), id]));
}

/** Those of these people who are of the platform's staff, by their ids. Throws Unavailable while nobody can say. */
export async function staffAmong({ ask, call, viewer }: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.every((id) => id === viewer.id)) return new Set(viewer.scopes.includes('platform:admin') ? ids : []);
  const asking = { kind: 'gateway' as const, id: 'crm', scopes: ['platform:admin'] };
  const answer = await ask('tenants', { query: STAFF }, { ...call, viewer: asking }).catch(unavailable);
  const staff = new Set(staffSchema.parse(answer).platformStaff.map(({ id }) => id));
  return new Set(ids.filter((id) => staff.has(id)));
}

/**
 * Throws Invalid with the reason MAY_NOT_READ for somebody who may not read the book: of another tenant, without the scope,
 * or nobody at all, which are the same answer. The platform's book is read by its staff.
 */
export async function checkReader(
  ctx: Context,
  side: Side,
  userId: string | null | undefined,
  path: readonly string[],
): Promise<void> {
  await readerOf(ctx, side, userId, path);
}

/** The zone by which the days of such a person begin; that of the tenant for nobody, and for the platform's staff. Throws as `checkReader`. */
export async function zoneOfReader(
  ctx: Context,
  side: Side,
  userId: string | null | undefined,
  path: readonly string[],
): Promise<string> {
  const reader = await readerOf(ctx, side, userId, path);
  return reader?.timeZone ?? (await timeZoneOfTenant(ctx, String(ctx.viewer.tenantId))) ?? 'UTC';
}

/** The same of somebody who had access when they were named; undefined when they no longer work for the tenant. */
export async function zoneOfPerson(
  ctx: Context,
  side: Side,
  userId: string | null | undefined,
): Promise<string | undefined> {
  const { tenantId } = ctx.viewer;
  if (userId == null || !tenantId || side === Side.PLATFORM) return undefined;
  return (await peopleOf(ctx, tenantId, [userId])).get(userId)?.timeZone;
}

async function readerOf(
  ctx: Context,
  side: Side,
  userId: string | null | undefined,
  path: readonly string[],
): Promise<Person | undefined> {
  const { tenantId } = ctx.viewer;
  const isOfStaff = side === Side.PLATFORM;
  if (userId == null || !(tenantId || isOfStaff)) return undefined;
  const person = isOfStaff ? undefined : (await peopleOf(ctx, String(tenantId), [userId])).get(userId);
  const isReader = isOfStaff ? (await staffAmong(ctx, [userId])).has(userId) : person?.scopes.includes('crm:read');
  if (!isReader) throw new Invalid('This person may not see the CRM.', path, { reason: 'MAY_NOT_READ' });
  return person;
}

async function askTenants(
  { ask, call }: Context,
  tenantId: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<unknown> {
  const viewer = { kind: 'gateway' as const, id: 'crm', tenantId, scopes: ['people:read'] };
  const t = [{ __typename: 'Tenant', id: tenantId }];
  return ask('tenants', { query, variables: { t, ...variables } }, { ...call, viewer }).catch(unavailable);
}

function unavailable(error: unknown): never {
  throw error instanceof Refused ? new Unavailable('The people of this tenant') : error;
}
