import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { ownTenant } from '../own-tenant.ts';
import { AlertRule, AlertRuleRow, UpdateAlertRuleInput } from './alert-rule.ts';
import { readRules, updateRule } from './rules.ts';

@Resolver()
class AlertRuleResolver {
  @Allow('events:read')
  @Query(() => [AlertRule], { description: 'When alerts are raised, one rule for each kind.' })
  async alertRules(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<AlertRule[]> {
    return readRules(ctx, ownTenant(ctx, tenantId));
  }

  @Allow('events:manage')
  @Mutation(() => AlertRule, { description: 'Changes when one kind of alerts is raised, and who is told.' })
  updateAlertRule(
    @Arg('input', () => UpdateAlertRuleInput) input: UpdateAlertRuleInput,
    @Ctx() ctx: Context,
  ): Promise<AlertRule> {
    return updateRule(ctx, input);
  }
}

export const alertRulePart = part(AlertRuleRow, AlertRuleResolver);
