import { once } from 'node:events';
import { ref } from '@mikro-orm/core';
import { noteUsed } from '@mycelium/bus/off';
import type { DemoTenant } from '@mycelium/database/seed';
import { forgetConnection } from '@mycelium/kit/connector/gate';
import type { Context } from '@mycelium/kit/context';
import { tokenHash } from '@mycelium/kit/token';
import { afterCommit } from '@mycelium/kit/transaction';
import { ApiClient } from './api-client/api-client.ts';
import { mirrorList } from './api-client/mirror-list.ts';
import { ApiKey } from './api-key/api-key.ts';
import { shownOf } from './api-key/write-key.ts';
import { MenuBoard, SoldOutStyle } from './menu-board/menu-board.ts';
import { OperationStatus, RegisteredOperation } from './operation/operation.ts';
import { documentIdOf, newOperation } from './operation/write-operation.ts';
import { Product } from './service/product.ts';
import { ProductService, ServiceStatus } from './service/service.ts';
import { TenantSync } from './sync/sync.ts';
import { syncConfigSchema } from './sync/sync-config.ts';
import { planRun } from './sync-run/do-run.ts';
import { SyncMode, SyncRun } from './sync-run/sync-run.ts';
import { Tenant, TenantEnvironment } from './tenant/tenant.ts';
import { Membership } from './user/membership.ts';
import { hashPassword } from './user/password.ts';
import { User } from './user/user.ts';

/** The tenant with this slug, if there is one. */
export async function findTenantId({ em }: Context, slug: string): Promise<string | undefined> {
  return (await em.findOne(Tenant, { slug }))?.id;
}

/** The people of a tenant by their e-mail addresses, with where they work. */
export async function peopleOfTenant(
  { em }: Context,
  tenantId: string,
): Promise<Map<string, { id: string; timeZone: string }>> {
  const members = await em.find(Membership, { tenant: tenantId }, { populate: ['user', 'tenant'] });
  return new Map(
    members.map(({ user: { $: user }, tenant: { $: tenant } }) => [
      user.email,
      { id: user.id, timeZone: user.timeZone ?? tenant.timeZone },
    ]),
  );
}

/** Makes a demo tenant with its people and boards; answers its id. */
export async function seedTenant(
  ctx: Context,
  demo: DemoTenant,
  sectionIds: ReadonlyMap<string, string>,
  id: string,
  password: string,
): Promise<void> {
  const { slug, name, languages, currency, timeZone } = demo;
  const environment = TenantEnvironment[demo.environment ?? 'LIVE'];
  const tenant = ctx.em.create(Tenant, { id, slug, name, environment, languages, currency, timeZone });
  for (const person of demo.users) {
    const user = ctx.em.create(User, {
      email: person.email,
      name: person.name,
      timeZone: person.timeZone,
      passwordHash: await hashPassword(password),
    });
    ctx.em.create(Membership, { user, tenant, role: person.role });
  }
  for (const { sections, soldOut, ...look } of demo.boards) {
    const ids = sections.flatMap((key) => sectionIds.get(key) ?? []);
    ctx.em.create(MenuBoard, { ...look, soldOut: SoldOutStyle[soldOut], sectionIds: ids, tenantId: id });
  }
}

/** A product that works with a demo tenant's data. */
interface DemoClient {
  slug: string;
  name: string;
  key: string;
  scopes: string[];
  /** Whom it speaks for on the event bus. */
  application?: string;
  /** What it may run beside REST. */
  documents?: readonly string[];
}

/** Makes a product that works with the data of a demo tenant by a known key, and lets it run these documents; what is there stays. */
export async function seedClient(
  ctx: Context,
  { slug, name, key, scopes, application, documents = [] }: DemoClient,
): Promise<void> {
  const { id: tenantId } = await ctx.em.findOneOrFail(Tenant, { slug });
  let client = await ctx.em.findOne(ApiClient, { tenantId, name });
  if (!client) {
    client = ctx.em.create(ApiClient, { tenantId, name, scopes, application });
    ctx.em.create(ApiKey, { tenantId, client: ref(client), hash: tokenHash(key), prefix: shownOf(key) });
  }
  for (const text of documents) {
    if (await ctx.em.findOne(RegisteredOperation, { client: client.id, documentId: documentIdOf(text) })) continue;
    const status = OperationStatus.APPROVED;
    const decided = { tenantId, client: ref(client), status, decidedAt: new Date() };
    ctx.em.create(RegisteredOperation, { ...newOperation(text), ...decided });
  }
  const clientId = client.id;
  // A connection that has just been opened refuses what comes too early.
  if (ctx.redis.status !== 'ready') await once(ctx.redis, 'ready');
  afterCommit(ctx, () => mirrorList(ctx, clientId));
}

/** Gives a demo tenant its services, SMP at this address; its first sync waits in the queue. The simulator forgets, so each start syncs all. */
export async function seedServices(ctx: Context, slug: string, smp: { baseUrl: string; token: string }): Promise<void> {
  const { em, vault, call } = ctx;
  const { id: tenantId } = await em.findOneOrFail(Tenant, { slug });
  const existing = await em.find(ProductService, { tenantId });
  const config = { baseUrl: smp.baseUrl, account: slug };
  const token = vault.seal(smp.token);
  if (!existing.some(({ product }) => product === Product.ORDERING))
    em.create(ProductService, { tenantId, product: Product.ORDERING, config: {} });
  const known = existing.find(({ product }) => product === Product.SMP);
  const service = known ?? em.create(ProductService, { tenantId, product: Product.SMP, config, token });
  Object.assign(service, { config, token });
  afterCommit(ctx, () => forgetConnection(ctx.redis, service.id));
  afterCommit(ctx, () => noteUsed(ctx.redis, tenantId, [Product.ORDERING, Product.SMP]));
  const sync =
    (await em.findOne(TenantSync, { tenantId, product: Product.SMP })) ??
    em.create(TenantSync, { tenantId, product: Product.SMP, service, config: syncConfigSchema.parse({}) });
  if (service.status !== ServiceStatus.ACTIVE) return;
  const actor = { kind: 'gateway', id: 'system' };
  const { correlationId } = call;
  const run = em.create(SyncRun, { tenantId, sync, mode: SyncMode.INITIAL, steps: [], actor, correlationId });
  planRun(ctx, { id: run.id, tenantId, syncId: sync.id });
}

/** Makes an account of the platform's own staff, unless it is there; answers its id. */
export async function seedAdmin(
  { em }: Context,
  { email, name }: { email: string; name: string },
  password: string,
): Promise<string> {
  const known = await em.findOne(User, { email });
  if (known) return known.id;
  return em.create(User, { email, name, passwordHash: await hashPassword(password), isPlatformAdmin: true }).id;
}

/** Whether somebody can log in under this address. */
export async function isAccount({ em }: Context, email: string): Promise<boolean> {
  return (await em.count(User, { email })) > 0;
}
