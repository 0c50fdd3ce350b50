import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find, read } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import {
  apiClientCreated,
  apiClientOperationsChanged,
  apiClientRemoved,
  apiClientResumed,
  apiClientSuspended,
  apiClientUpdated,
  apiKeyCreated,
  apiKeyExpired,
  apiKeyRevoked,
  apiKeyRotated,
} from '@mycelium/schema/subgraphs/tenants';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ApiKey, ApiKeyPage } from '../api-key/api-key.ts';
import { isGood } from '../api-key/key-status.ts';
import { Tenant } from '../tenant/tenant.ts';
import { ApiClient, ApiClientChange, ApiClientPage, CreateApiClientInput, UpdateApiClientInput } from './api-client.ts';
import {
  createApiClient,
  removeApiClient,
  resumeApiClient,
  suspendApiClient,
  updateApiClient,
} from './write-client.ts';

@Resolver(() => ApiClient)
class ApiClientResolver {
  @Allow('access:read')
  @Query(() => ApiClient, {
    nullable: true,
    description: 'One API client; null if the tenant has none with this id.',
  })
  apiClient(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ApiClient | undefined> {
    return find(ctx, ApiClient, id);
  }

  @Allow('access:write')
  @Mutation(() => ApiClient, {
    description: 'Creates a client: another product that may work with your data, once it has a key.',
  })
  createApiClient(
    @Arg('input', () => CreateApiClientInput) input: CreateApiClientInput,
    @Ctx() ctx: Context,
  ): Promise<ApiClient> {
    return createApiClient(ctx, input);
  }

  @Allow('access:write')
  @Mutation(() => ApiClient, { description: 'Changes what a client may do; takes effect immediately.' })
  updateApiClient(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateApiClientInput) input: UpdateApiClientInput,
    @Ctx() ctx: Context,
  ): Promise<ApiClient> {
    return updateApiClient(ctx, id, input);
  }

  @Allow('access:write')
  @Mutation(() => ApiClient, { description: 'Refuses all keys of a client immediately, until it is resumed.' })
  suspendApiClient(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ApiClient> {
    return suspendApiClient(ctx, id);
  }

  @Allow('access:write')
  @Mutation(() => ApiClient, { description: 'Accepts the keys of a suspended client again.' })
  resumeApiClient(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ApiClient> {
    return resumeApiClient(ctx, id);
  }

  @Allow('access:write')
  @Mutation(() => ID, { description: 'Permanently removes a client; its keys stop working immediately.' })
  removeApiClient(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeApiClient(ctx, id);
  }

  @Follow(
    () => ApiClientChange,
    [
      apiClientCreated,
      apiClientUpdated,
      apiClientSuspended,
      apiClientResumed,
      apiClientRemoved,
      apiClientOperationsChanged,
      apiKeyCreated,
      apiKeyRotated,
      apiKeyRevoked,
      apiKeyExpired,
    ],
    'access:read',
    "Each change of the tenant's API clients, their keys and operations, as it happens; with `after`, starting with those since then.",
  )
  async apiClientChanged({ payload: { clientId } }: EventOf<typeof apiClientUpdated>, ctx: Context) {
    return { clientId, client: await find(ctx, ApiClient, clientId) };
  }

  @Allow('access:read')
  @FieldResolver(() => [ApiKey], { description: 'Its valid keys, oldest first; at most ten.' })
  async keys(@Root() client: ApiClient): Promise<ApiKey[]> {
    const keys = await client.keys.loadItems({ where: { revokedAt: null }, orderBy: { id: 'asc' } });
    const now = new Date();
    return keys.filter((key) => isGood(key, now));
  }

  @Allow('access:read')
  @FieldResolver(() => ApiKeyPage, { description: 'Every key that it has or had, oldest first.' })
  allKeys(
    @Root() client: ApiClient,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<ApiKeyPage> {
    return page(ctx, ApiKey, { client: client.id }, { first, after });
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() client: ApiClient, @Ctx() ctx: Context): Promise<Tenant> {
    return read(ctx, Tenant, client.tenantId);
  }
}

@Resolver(() => Tenant)
class TenantApiClientsResolver {
  @Allow('access:read')
  @FieldResolver(() => ApiClientPage, { description: 'The products that work with its data, oldest first.' })
  apiClients(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<ApiClientPage> {
    return page(ctx, ApiClient, { tenantId: tenant.id }, { first, after });
  }
}

export const apiClientPart = part(ApiClient, ApiClientResolver, TenantApiClientsResolver);
