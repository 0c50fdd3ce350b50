import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { AlertRule, AlertRuleRow, UpdateAlertRuleInput } from './alert-rule.ts';
import { readRules, updateRule } from './rules.ts';

@Resolver()
class AlertRuleResolver {
  @Allow('events:manage')
  @Mutation(() => AlertRule, { description: 'Changes when one kind of alert is raised, and who is notified.' })
  updateAlertRule(
    @Arg('input', () => UpdateAlertRuleInput) input: UpdateAlertRuleInput,
    @Ctx() ctx: Context,
  ): Promise<AlertRule> {
    return updateRule(ctx, input);
  }
}

@Resolver(() => Tenant)
class TenantAlertRulesResolver {
  @Allow('events:read')
  @FieldResolver(() => [AlertRule], { description: 'When alerts are raised, one rule for each kind.' })
  alertRules(@Root() { id }: Tenant, @Ctx() ctx: Context): Promise<AlertRule[]> {
    checkTenant(ctx, id);
    return readRules(ctx, id);
  }
}

export const alertRulePart = part(AlertRuleRow, AlertRuleResolver, TenantAlertRulesResolver);
