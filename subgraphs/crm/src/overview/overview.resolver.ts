import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { pageOfNotes } from '../note/find-notes.ts';
import { NotePage } from '../note/note.ts';
import { Tenant } from '../references.ts';
import { Side } from '../side/side.ts';
import { CrmOverview, overviewOf, Workload } from './overview.ts';

@Resolver(() => CrmOverview)
class CrmOverviewResolver {
  @FieldResolver(() => NotePage, { description: 'The pinned notes first, then the newest.' })
  notes(
    @Root() { tenantId }: CrmOverview,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<NotePage> {
    return pageOfNotes(ctx, tenantId, { side: Side.TENANT }, { first, after });
  }
}

@Resolver(() => Tenant)
class TenantOverviewResolver {
  @Allow('crm:read')
  @FieldResolver(() => CrmOverview, { description: 'What there is to do, by whom, and what was written down.' })
  crmOverview(@Root() { id }: Tenant, @Ctx() ctx: Context): Promise<CrmOverview> {
    return overviewOf(ctx, id);
  }
}

export const overviewPart = part(CrmOverview, Workload, CrmOverviewResolver, TenantOverviewResolver);
