import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { change, read } from '@mycelium/kit/crud';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { Tenant } from '../references.ts';
import { Duplicate, DuplicatePage } from './duplicate.ts';
import { DuplicateRank } from './rank.ts';

@Resolver(() => Duplicate)
class DuplicateResolver {
  @Allow('crm:write')
  @Mutation(() => Duplicate, {
    description: 'Says that two contacts are not the same, so that they are not offered again.',
  })
  async dismissDuplicate(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Duplicate> {
    return change(ctx, await read(ctx, Duplicate, id), { dismissedBy: ctx.viewer.id || undefined, isOpen: false });
  }

  @Allow('crm:write')
  @Mutation(() => Duplicate, { description: 'Takes back that two contacts are not the same.' })
  async reopenDuplicate(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Duplicate> {
    const pair = await read(ctx, Duplicate, id);
    const [one, other] = [await pair.one.loadOrFail(), await pair.other.loadOrFail()];
    return change(ctx, pair, { dismissedBy: null, isOpen: !one.removedAt && !other.removedAt });
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [Contact], { description: 'The two, the older one first.' })
  async contacts(@Root() pair: Duplicate): Promise<Contact[]> {
    return Promise.all([pair.one.loadOrFail(), pair.other.loadOrFail()]);
  }
}

const duplicatesOf: Batch<string, Duplicate[]> = async ({ em }, ids) => {
  const ofThem = { $or: [{ one: { $in: ids } }, { other: { $in: ids } }] };
  const pairs = await em.find(Duplicate, { ...ofThem, isOpen: true }, { orderBy: { order: 'asc', id: 'asc' } });
  return ids.map((id) => pairs.filter(({ one, other }) => one.id === id || other.id === id).slice(0, 20));
};

@Resolver(() => Contact)
class ContactDuplicatesResolver {
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [Duplicate], { description: 'What may be the same contact, the surest first; at most 20.' })
  duplicates(@Root() { id }: Contact, @Ctx() ctx: Context): Promise<Duplicate[]> {
    return batched(ctx, id, duplicatesOf);
  }
}

@Resolver(() => Tenant)
class TenantDuplicatesResolver {
  @Allow('crm:read')
  @FieldResolver(() => DuplicatePage, { description: 'Contacts that may be one, the surest first.' })
  duplicates(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('rank', () => DuplicateRank, { nullable: true, description: 'Only these.' }) rank?: DuplicateRank,
  ): Promise<DuplicatePage> {
    const where = { tenantId: tenant.id, isOpen: true, ...(rank && { rank }) };
    return page(ctx, Duplicate, where, { first, after }, { order: 'asc', id: 'asc' });
  }
}

export const duplicatePart = part(Duplicate, DuplicateResolver, ContactDuplicatesResolver, TenantDuplicatesResolver);
