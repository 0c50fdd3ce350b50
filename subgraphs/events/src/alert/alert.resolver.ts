import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, find, read, unchanged } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { alertChanged, alertRaised, alertRecovered } from '@mycelium/schema/subgraphs/events';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { Alert, AlertChange, AlertChangeKind, AlertPage } from './alert.ts';

const kinds: ReadonlyMap<string, AlertChangeKind> = new Map([
  [alertRaised.name, AlertChangeKind.RAISED],
  [alertRecovered.name, AlertChangeKind.RECOVERED],
  [alertChanged.name, AlertChangeKind.ACKNOWLEDGED],
]);

@Resolver()
class AlertResolver {
  @Allow('events:manage')
  @Mutation(() => Alert, { description: 'Says that somebody has taken note; the first one counts.' })
  async acknowledgeAlert(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Alert> {
    const alert = await read(ctx, Alert, id);
    if (alert.acknowledgedAt) return unchanged(ctx, alert);
    ctx.publish(alertChanged, { alertId: id });
    return change(ctx, alert, { acknowledgedAt: new Date(), acknowledgedById: ctx.viewer.id });
  }

  @Follow(
    () => AlertChange,
    [alertRaised, alertRecovered, alertChanged],
    'events:read',
    'Each alert when it is raised, noted and over; with `after`, those since then first.',
  )
  async alertRaised({ type, payload: { alertId } }: EventOf<typeof alertChanged>, ctx: Context) {
    const kind = kinds.get(type) ?? AlertChangeKind.RAISED;
    return { kind, alertId, alert: await find(ctx, Alert, alertId) };
  }
}

@Resolver(() => Tenant)
class TenantAlertsResolver {
  @Allow('events:read')
  @FieldResolver(() => AlertPage, { description: 'Its alerts, newest first.' })
  alerts(
    @Root() { id: tenantId }: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('open', () => Boolean, {
      nullable: true,
      description: 'true for those that have not recovered, false for those that have.',
    })
    open?: boolean,
  ): Promise<AlertPage> {
    checkTenant(ctx, tenantId);
    const where = open == null ? {} : { recoveredAt: open ? null : { $ne: null } };
    return page(ctx, Alert, { tenantId, ...where }, { first, after }, { id: 'desc' });
  }
}

export const alertPart = part(Alert, AlertResolver, TenantAlertsResolver);
