import { Allow } from '@mycelium/kit/allow';
import { Change } from '@mycelium/kit/change';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { taxRuleChanged } from '@mycelium/schema/subgraphs/restaurant/places';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Tenant } from '../references.ts';
import { TaxRule } from './tax-rule.ts';
import { CreateTaxRuleInput, UpdateTaxRuleInput } from './tax-rule-input.ts';
import { createTaxRule, removeTaxRule, updateTaxRule } from './write-tax-rule.ts';

@ObjectType({ implements: Change, description: 'A tax was added, changed or removed.' })
class TaxRuleChange extends Change {
  @Field(() => ID)
  taxRuleId!: string;

  @Field(() => TaxRule, { nullable: true, description: 'Its current state; null if it was removed.' })
  taxRule?: TaxRule;
}

@Resolver(() => TaxRule)
class TaxRuleResolver {
  @Allow('menu:read')
  @Query(() => TaxRule, { nullable: true, description: 'One tax; null if there is none with this id.' })
  taxRule(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<TaxRule | undefined> {
    return find(ctx, TaxRule, id);
  }

  @Allow('location:write')
  @Mutation(() => TaxRule, { description: 'Adds a tax on what is sold from now on.' })
  createTaxRule(
    @Arg('input', () => CreateTaxRuleInput) input: CreateTaxRuleInput,
    @Ctx() ctx: Context,
  ): Promise<TaxRule> {
    return createTaxRule(ctx, input);
  }

  @Allow('location:write')
  @Mutation(() => TaxRule, { description: 'Changes a tax, for what is sold from now on.' })
  updateTaxRule(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateTaxRuleInput) input: UpdateTaxRuleInput,
    @Ctx() ctx: Context,
  ): Promise<TaxRule> {
    return updateTaxRule(ctx, id, input);
  }

  @Allow('location:write')
  @Mutation(() => ID, { description: 'Removes a tax, for what is sold from now on.' })
  removeTaxRule(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeTaxRule(ctx, id);
  }

  @Follow(
    () => TaxRuleChange,
    [taxRuleChanged],
    'menu:read',
    "Each change of the tenant's taxes, as it happens; with `after`, starting with those since then.",
  )
  async taxRuleChanged({ payload: { taxRuleId } }: EventOf<typeof taxRuleChanged>, ctx: Context) {
    const rule = await find(ctx, TaxRule, taxRuleId);
    return { taxRuleId, taxRule: rule?.removedAt ? undefined : rule };
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: TaxRule): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Tenant)
class TenantTaxRulesResolver {
  @Allow('menu:read')
  @Directive('@listSize(assumedSize: 6)')
  @FieldResolver(() => [TaxRule], { description: 'The taxes on what it sells, the oldest first.' })
  taxRules(@Root() tenant: Tenant, @Ctx() { em }: Context): Promise<TaxRule[]> {
    return em.find(TaxRule, { tenantId: tenant.id, removedAt: null }, { orderBy: { id: 'asc' } });
  }
}

export const taxRulePart = part(TaxRule, TaxRuleResolver, TenantTaxRulesResolver);
