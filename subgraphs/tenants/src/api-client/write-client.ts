import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged, update } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { afterCommit } from '@mycelium/kit/transaction';
import {
  apiClientCreated,
  apiClientRemoved,
  apiClientResumed,
  apiClientSuspended,
  apiClientUpdated,
} from '@mycelium/schema/subgraphs/tenants';
import { tellRevoked } from '../session/tell-revoked.ts';
import {
  ApiClient,
  ApiClientStatus,
  type CreateApiClientInput,
  createApiClientSchema,
  type UpdateApiClientInput,
  updateApiClientSchema,
} from './api-client.ts';
import { firstNotGrantable } from './grantable.ts';
import { mirrorList } from './mirror-list.ts';

/** A new client, without a key as yet. */
export async function createApiClient(ctx: Context, input: CreateApiClientInput): Promise<ApiClient> {
  const given = parseInput(createApiClientSchema, input);
  refuseForeignScopes(ctx, given.scopes);
  const client = create(ctx, ApiClient, given);
  await ctx.em.flush();
  ctx.publish(apiClientCreated, { clientId: client.id });
  afterCommit(ctx, () => mirrorList(ctx, client.id));
  return client;
}

/** Changes what the input names. */
export async function updateApiClient(ctx: Context, id: string, input: UpdateApiClientInput): Promise<ApiClient> {
  const { version, description, application, ...given } = parseInput(updateApiClientSchema, input);
  const client = await read(ctx, ApiClient, id);
  const before = [...client.scopes, client.application].join();
  if (given.scopes) refuseForeignScopes(ctx, given.scopes, client.scopes);
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value != null));
  if (description !== undefined) client.description = description || undefined;
  if (application !== undefined) client.application = application ?? undefined;
  await update(ctx, ApiClient, { id, version }, named, () => ctx.publish(apiClientUpdated, { clientId: id }));
  afterCommit(ctx, () => mirrorList(ctx, id));
  // Who is connected keeps what he was at that moment; ended, he comes back as what he is now.
  if ([...client.scopes, client.application].join() !== before) afterCommit(ctx, () => tellRevoked(ctx, id));
  return client;
}

/** Refuses its keys at once, until it is resumed. */
export async function suspendApiClient(ctx: Context, id: string): Promise<ApiClient> {
  const client = await read(ctx, ApiClient, id);
  if (client.status === ApiClientStatus.SUSPENDED) return unchanged(ctx, client);
  await change(ctx, client, { status: ApiClientStatus.SUSPENDED });
  ctx.publish(apiClientSuspended, { clientId: id });
  afterCommit(ctx, () => tellRevoked(ctx, id));
  return client;
}

/** Takes its keys again. */
export async function resumeApiClient(ctx: Context, id: string): Promise<ApiClient> {
  const client = await read(ctx, ApiClient, id);
  if (client.status === ApiClientStatus.ACTIVE) return unchanged(ctx, client);
  await change(ctx, client, { status: ApiClientStatus.ACTIVE });
  ctx.publish(apiClientResumed, { clientId: id });
  // Gateways remember for some seconds that its keys were refused; by this they look again.
  afterCommit(ctx, () => tellRevoked(ctx, id));
  return client;
}

/** Removes it with its keys, which are refused at once. */
export async function removeApiClient(ctx: Context, id: string): Promise<string> {
  ctx.em.remove(await read(ctx, ApiClient, id));
  ctx.publish(apiClientRemoved, { clientId: id });
  afterCommit(ctx, () => tellRevoked(ctx, id));
  afterCommit(ctx, () => mirrorList(ctx, id));
  return id;
}

function refuseForeignScopes({ viewer }: Context, scopes: readonly string[], kept?: readonly string[]): void {
  const index = firstNotGrantable(scopes, viewer, kept);
  if (index >= 0)
    throw new Invalid(`You cannot give a client the scope ${scopes[index]}, which you do not have.`, [
      'input',
      'scopes',
    ]);
}
