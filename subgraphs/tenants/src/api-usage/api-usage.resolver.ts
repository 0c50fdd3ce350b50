import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ApiClient } from '../api-client/api-client.ts';
import { ApiUsage } from './api-usage.ts';
import { readUsage } from './read-usage.ts';

@Resolver(() => ApiClient)
class ApiUsageResolver {
  @Allow('access:read')
  @FieldResolver(() => ApiUsage, { description: 'What it requested over the last days (UTC), including today.' })
  usage(
    @Root() client: ApiClient,
    @Ctx() ctx: Context,
    @Arg('days', () => Int, { defaultValue: 30, description: '1 to 90.' }) days: number,
    @Arg('field', () => String, {
      nullable: true,
      description: 'Only fields whose coordinate contains this, for example MenuItem.price; operations stay.',
    })
    field?: string,
  ): Promise<ApiUsage> {
    return readUsage(ctx, client.id, days, field);
  }
}

export const apiUsagePart = part(ApiUsageResolver);
