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
      'Imports what another region exported, keeping the ids. Each line is checked like an event in publishEvent and gets its own result; importing the same lines again changes nothing.',
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
    description: 'What has not been acknowledged, page by page, to continue in another region.',
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
