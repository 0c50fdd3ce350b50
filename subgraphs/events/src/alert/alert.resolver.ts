import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, find, read, unchanged } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { placeOfAlert } from '@mycelium/schema/alert-kinds';
import { alertChanged, alertRaised, alertRecovered } from '@mycelium/schema/subgraphs/events';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { kindsFor } from '../alert-rule/alert-kind.ts';
import { Tenant } from '../references.ts';
import { Alert, AlertChange, AlertChangeKind, AlertPage } from './alert.ts';

const kinds: ReadonlyMap<string, AlertChangeKind> = new Map([
  [alertRaised.name, AlertChangeKind.RAISED],
  [alertRecovered.name, AlertChangeKind.RECOVERED],
  [alertChanged.name, AlertChangeKind.ACKNOWLEDGED],
]);

@Resolver(() => Alert)
class AlertResolver {
  @Allow('events:manage')
  @Mutation(() => Alert, { description: 'Acknowledges an alert; only the first call counts.' })
  async acknowledgeAlert(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Alert> {
    const alert = await read(ctx, Alert, id);
    if (!kindsFor(ctx.viewer.scopes).includes(alert.kind)) throw new NotFound('Alert', id);
    if (alert.acknowledgedAt) return unchanged(ctx, alert);
    ctx.publish(alertChanged, { alertId: id });
    return change(ctx, alert, { acknowledgedAt: new Date(), acknowledgedById: ctx.viewer.id });
  }

  @Follow(
    () => AlertChange,
    [alertRaised, alertRecovered, alertChanged],
    'events:read',
    'Each alert when it is raised, acknowledged and recovered; with `after`, starting with those since then.',
  )
  async alertRaised({ type, payload: { alertId } }: EventOf<typeof alertChanged>, ctx: Context) {
    const kind = kinds.get(type) ?? AlertChangeKind.RAISED;
    const alert = await find(ctx, Alert, alertId);
    return { kind, alertId, alert: alert && kindsFor(ctx.viewer.scopes).includes(alert.kind) ? alert : undefined };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The page of the console where you can act on it, such as /screens/…; null if it is not about a thing.',
  })
  path(@Root() { kind, thingId, partId }: Alert): string | undefined {
    return placeOfAlert(kind, thingId, partId);
  }
}

@Resolver(() => Tenant)
class TenantAlertsResolver {
  @Allow('events:read')
  @FieldResolver(() => AlertPage, {
    description: 'Its alerts, newest first: about events, and about things you may see.',
  })
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
    const kind = { $in: kindsFor(ctx.viewer.scopes) };
    return page(ctx, Alert, { tenantId, kind, ...where }, { first, after }, { id: 'desc' });
  }
}

export const alertPart = part(Alert, AlertResolver, TenantAlertsResolver);
