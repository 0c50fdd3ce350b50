import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { CrmThing, CrmThingPage } from './crm-thing.ts';
import { search } from './search.ts';
import { FoundKind, SearchEntry } from './search-entry.ts';

@Resolver(() => Tenant)
class TenantSearchResolver {
  @Allow('crm:read')
  @FieldResolver(() => CrmThingPage, {
    description:
      'What in its CRM fits a text, best first: by words that it only begins with, without accents, with a slip of the keys; by a whole e-mail address, a phone number or its last four digits. Of very many only some hundreds are listed: the newest, and those whose titles fit.',
  })
  searchCrm(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('text', () => String, { description: 'At most 200 characters; of nothing, nothing.' }) text: string,
    @Arg('kinds', () => [FoundKind], { nullable: true, description: 'Only these.' }) kinds?: FoundKind[],
  ): Promise<CrmThingPage> {
    return search(ctx, tenant.id, { text, kinds }, { first, after });
  }
}

export const searchPart = part(SearchEntry, CrmThing, TenantSearchResolver);
