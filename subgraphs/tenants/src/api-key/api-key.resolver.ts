import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { ApiClient } from '../api-client/api-client.ts';
import { ApiKey, ApiKeyStatus, CreateApiKeyInput, NewApiKey } from './api-key.ts';
import { statusOf } from './key-status.ts';
import { createApiKey, revokeApiKey, rotateApiKey } from './write-key.ts';

@Resolver(() => ApiKey)
class ApiKeyResolver {
  @Allow('access:write')
  @Mutation(() => NewApiKey, { description: 'Creates a new key for a client, which may have ten valid ones.' })
  createApiKey(
    @Arg('clientId', () => ID) clientId: string,
    @Arg('input', () => CreateApiKeyInput, { defaultValue: {} }) input: CreateApiKeyInput,
    @Ctx() ctx: Context,
  ): Promise<NewApiKey> {
    return createApiKey(ctx, clientId, input);
  }

  @Allow('access:write')
  @Mutation(() => NewApiKey, {
    description: 'Creates a new key to replace another one, which stays valid for a while.',
  })
  rotateApiKey(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Arg('overlapHours', () => Int, { defaultValue: 24, description: 'How many hours both are valid: 0 to 168.' })
    overlapHours: number,
  ): Promise<NewApiKey> {
    return rotateApiKey(ctx, id, overlapHours);
  }

  @Allow('access:write')
  @Mutation(() => ApiKey, { description: 'Permanently refuses a key, immediately; its connections end.' })
  revokeApiKey(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ApiKey> {
    return revokeApiKey(ctx, id);
  }

  @FieldResolver(() => ApiKeyStatus)
  status(@Root() key: ApiKey): ApiKeyStatus {
    return statusOf(key, new Date());
  }

  @FieldResolver(() => ApiClient)
  client(@Root() key: ApiKey): Promise<ApiClient> {
    return key.client.loadOrFail();
  }
}

export const apiKeyPart = part(ApiKey, ApiKeyResolver);
