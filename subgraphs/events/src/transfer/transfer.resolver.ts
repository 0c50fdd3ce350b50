import { Allow, checkTenant, ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { importEvents } from './import-events.ts';
import { EventExport, EventImport, exportEvents } from './transfer.ts';

@Resolver()
class TransferResolver {
  @Allow('events:manage')
  @Mutation(() => EventImport, {
    description:
      'Takes over what another region exported, with its ids. Each line is checked as publishEvent checks an event, and answered for itself; the same lines again change nothing.',
  })
  importEvents(
    @Arg('lines', () => [String], { description: 'At most 500.' }) lines: string[],
    @Ctx() ctx: Context,
  ): Promise<EventImport> {
    return importEvents(ctx, ownTenant(ctx), lines);
  }
}

@Resolver(() => Tenant)
class TenantExportResolver {
  @Allow('events:manage')
  @FieldResolver(() => EventExport, {
    description: 'What has not been acknowledged, page by page, to go on in another region.',
  })
  eventExport(
    @Root() { id }: Tenant,
    @Arg('first', () => Int, { defaultValue: 200, description: 'At most 200.' }) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<EventExport> {
    checkTenant(ctx, id);
    return exportEvents(ctx, id, { first, after });
  }
}

export const transferPart = part(TransferResolver, TenantExportResolver);
