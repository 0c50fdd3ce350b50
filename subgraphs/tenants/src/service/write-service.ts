import { isDeepStrictEqual } from 'node:util';
import { noteUsed } from '@mycelium/bus/off';
import { ownTenant } from '@mycelium/kit/allow';
import { forgetConnection } from '@mycelium/kit/connector/gate';
import type { Context } from '@mycelium/kit/context';
import { change, create, read, update } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { afterCommit } from '@mycelium/kit/transaction';
import { serviceChanged } from '@mycelium/schema/subgraphs/tenants';
import { TenantSync } from '../sync/sync.ts';
import { syncConfigSchema } from '../sync/sync-config.ts';
import { tellNotFailing } from '../sync/tell-failing.ts';
import { stopRuns } from '../sync-run/write-run.ts';
import { configSchemaOf, hasCatalogue } from './product.ts';
import {
  type EnableServiceInput,
  ProductService,
  ServiceStatus,
  tokenSchema,
  type UpdateServiceInput,
} from './service.ts';

/** Switches a product on, for the first time or again; its sync waits for its first run. */
export async function enableService(ctx: Context, input: EnableServiceInput): Promise<ProductService> {
  const { product } = input;
  ownTenant(ctx);
  const given = parseInput(tokenSchema, input.token, ['input', 'token']);
  const known = await ctx.em.findOne(ProductService, { product });
  const token = given ? sealedAnew(ctx, given, known) : undefined;
  const config = parseInput(configSchemaOf(product), input.config ?? known?.config ?? {}, ['input', 'config']);
  if (known) return changeService(ctx, known, { config, token, status: ServiceStatus.ACTIVE });
  const service = create(ctx, ProductService, { product, config, token });
  if (hasCatalogue(product)) create(ctx, TenantSync, { product, service, config: syncConfigSchema.parse({}) });
  await ctx.em.flush();
  afterCommit(ctx, () => noteUsed(ctx.redis, service.tenantId, [product]));
  const { id: serviceId, status } = service;
  ctx.publish(serviceChanged, { serviceId, product, status, before: ServiceStatus.OFF });
  return service;
}

/** Changes what the input names; what is not ACTIVE any more stops syncing at once. */
export async function updateService(ctx: Context, id: string, input: UpdateServiceInput): Promise<ProductService> {
  const service = await read(ctx, ProductService, id);
  const given = parseInput(tokenSchema, input.token, ['input', 'token']);
  const config =
    input.config == null ? undefined : parseInput(configSchemaOf(service.product), input.config, ['input', 'config']);
  await update(ctx, ProductService, { id, version: input.version }, {});
  return changeService(ctx, service, {
    config,
    token: given ? sealedAnew(ctx, given, service) : undefined,
    status: input.status ?? undefined,
  });
}

async function changeService(
  ctx: Context,
  service: ProductService,
  patch: Partial<Pick<ProductService, 'config' | 'token' | 'status'>>,
): Promise<ProductService> {
  const { id, config, token } = service;
  const leadsElsewhere = !isDeepStrictEqual(patch.config ?? config, config) || (patch.token ?? token) !== token;
  if (leadsElsewhere) afterCommit(ctx, () => forgetConnection(ctx.redis, id));
  const before = service.status;
  const turned = patch.status !== undefined && patch.status !== before;
  await change(ctx, service, { ...patch, since: turned ? new Date() : undefined }, ({ product, status }) =>
    ctx.publish(serviceChanged, { serviceId: id, product, status, ...(turned && { before }) }),
  );
  if (service.status !== ServiceStatus.ACTIVE) await stopRuns(ctx, service.product);
  const sync = turned && service.status !== ServiceStatus.ACTIVE ? await ctx.em.findOne(TenantSync, { service }) : null;
  if (sync) await tellNotFailing(ctx, sync);
  return service;
}

/** Sealed; each seal is another text, so that the token that is kept stays as it is. */
function sealedAnew({ vault }: Context, token: string, known: ProductService | null): string {
  return known?.token && vault.open(known.token) === token ? known.token : vault.seal(token);
}
