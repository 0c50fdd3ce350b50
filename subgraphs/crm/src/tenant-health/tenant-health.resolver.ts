import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { HealthPart, partOf } from '@mycelium/kit/health-part';
import { HealthCode, HealthStatus } from '@mycelium/kit/health-status';
import { part } from '@mycelium/kit/part';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { awaitsOverdue, awaitsReminder } from '../activity/activity.ts';
import { LATE_MINUTES } from '../activity/remind.ts';
import { TenantHealth } from '../references.ts';

interface Counts {
  open: number;
  overdue: number;
  late: number;
  overdue_since: string | null;
  late_since: string | null;
}

@Resolver(() => TenantHealth)
class CrmHealthResolver {
  @Allow('crm:read')
  @FieldResolver(() => HealthPart, {
    nullable: true,
    description: 'What is to be done; degraded if some of it is overdue, or reminders of it are late.',
  })
  async crm(@Root() { tenantId }: TenantHealth, @Ctx() { em, now }: Context): Promise<HealthPart> {
    const late = new Date(now().getTime() - LATE_MINUTES * 60_000);
    const isLate = `(${awaitsReminder} and remind_at < ?) or (${awaitsOverdue} and overdue_at < ?)`;
    const [row] = await em.execute<Counts[]>(
      `select count(*)::int as open, count(*) filter (where due_until <= ?)::int as overdue,
         min(due_until) filter (where due_until <= ?) as overdue_since,
         count(*) filter (where ${isLate})::int as late, min(remind_at) filter (where ${isLate}) as late_since
       from crm.activity where tenant_id = ? and side = 'TENANT' and completed_at is null and removed_at is null`,
      [now(), now(), late, late, late, late, tenantId],
    );
    return described(row ?? { open: 0, overdue: 0, late: 0, overdue_since: null, late_since: null });
  }
}

function described({ open, overdue, late, overdue_since: overdueSince, late_since: lateSince }: Counts): HealthPart {
  if (late > 0) return partOf(HealthStatus.DEGRADED, HealthCode.REMINDERS_LATE, { late, overdue, open }, lateSince);
  if (overdue > 0) return partOf(HealthStatus.DEGRADED, HealthCode.ACTIVITIES_OVERDUE, { overdue, open }, overdueSince);
  return partOf(HealthStatus.OK, HealthCode.ACTIVITIES_ON_TIME, { open });
}

export const crmHealthPart = part(CrmHealthResolver);
