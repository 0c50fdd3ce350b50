import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, find, read, unchanged } from '@mycelium/kit/crud';
import type { FeedChange } from '@mycelium/kit/feed';
import { followTenant } from '@mycelium/kit/follow';
import { page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Cursor } from '@mycelium/schema/scalars';
import { alertChanged, alertRaised, alertRecovered } from '@mycelium/schema/subgraphs/events';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { ownTenant } from '../own-tenant.ts';
import { Alert, AlertChange, AlertChangeKind, AlertPage } from './alert.ts';

const kinds: ReadonlyMap<string, AlertChangeKind> = new Map([
  [alertRaised.name, AlertChangeKind.RAISED],
  [alertRecovered.name, AlertChangeKind.RECOVERED],
  [alertChanged.name, AlertChangeKind.ACKNOWLEDGED],
]);

@Resolver()
class AlertResolver {
  @Allow('events:read')
  @Query(() => AlertPage, { description: 'The alerts of a tenant, newest first.' })
  async alerts(
    @Arg('tenantId', () => ID) tenantId: string,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 200.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('open', () => Boolean, {
      nullable: true,
      description: 'true for those that have not recovered, false for those that have.',
    })
    open?: boolean,
  ): Promise<AlertPage> {
    const own = { tenantId: ownTenant(ctx, tenantId) };
    const where = open === undefined || open === null ? own : { ...own, recoveredAt: open ? null : { $ne: null } };
    return page(ctx, Alert, where, { first, after }, { id: 'desc' });
  }

  @Allow('events:manage')
  @Mutation(() => Alert, { description: 'Says that somebody has taken note; the first one counts.' })
  async acknowledgeAlert(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Alert> {
    const alert = await read(ctx, Alert, id);
    if (alert.acknowledgedAt) return unchanged(ctx, alert);
    ctx.publish(alertChanged, { alertId: id });
    return change(ctx, alert, { acknowledgedAt: new Date(), acknowledgedById: ctx.viewer.id });
  }

  @Allow('events:read')
  @Subscription(() => AlertChange, {
    description: 'Each alert when it is raised, noted and over; with `after`, those since then first.',
    subscribe: ({ args, context }) =>
      followTenant(context as Context, args as { tenantId: string; after?: string }, [
        alertRaised,
        alertRecovered,
        alertChanged,
      ]),
  })
  async alertRaised(
    @Root() { cursor, event }: FeedChange,
    @Arg('tenantId', () => ID) _tenantId: string,
    @Ctx() ctx: Context,
    @Arg('after', () => Cursor, { nullable: true, description: 'The cursor of the last change you have seen.' })
    _after?: string,
  ): Promise<AlertChange> {
    const { alertId } = alertChanged.payload.parse(event.payload);
    const kind = kinds.get(event.type) ?? AlertChangeKind.RAISED;
    return { cursor, at: new Date(event.at), kind, alertId, alert: await find(ctx, Alert, alertId) };
  }
}

export const alertPart = part(Alert, AlertResolver);
