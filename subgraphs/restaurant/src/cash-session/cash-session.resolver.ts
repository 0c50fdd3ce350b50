import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, FollowPart } from '@mycelium/kit/follow';
import { Money } from '@mycelium/kit/money';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import {
  cashMoved,
  cashSessionClosed,
  cashSessionOpened,
  drawerChanged,
  orderRefunded,
  paymentCaptured,
} from '@mycelium/schema/subgraphs/restaurant/payments';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Drawer } from '../drawer/drawer.ts';
import { Location } from '../location/location.ts';
import { Payment } from '../payment/payment.ts';
import { Tenant } from '../references.ts';
import { Refund } from '../refund/refund.ts';
import { CashChange } from './cash-change.ts';
import { CashSession, CashSessionPage } from './cash-session.ts';
import { CashSessionExport, exportSessions } from './export-sessions.ts';
import { CashSessionFilter, pageOfSessions } from './list-sessions.ts';
import { OpenCashSessionInput, openSession } from './open-session.ts';
import { StationWaiting, stationsWaiting } from './stations-waiting.ts';

const told = [cashSessionOpened, cashMoved, cashSessionClosed, drawerChanged, paymentCaptured, orderRefunded] as const;

@Resolver(() => CashSession)
class CashSessionResolver {
  @Allow('order:read')
  @Query(() => CashSession, { nullable: true, description: 'One cash session; null if there is none with this id.' })
  cashSession(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<CashSession | undefined> {
    return find(ctx, CashSession, id);
  }

  @Allow('payment:take')
  @Mutation(() => CashSession, { description: 'Opens a drawer with the cash that is in it.' })
  openCashSession(
    @Arg('input', () => OpenCashSessionInput) input: OpenCashSessionInput,
    @Ctx() ctx: Context,
  ): Promise<CashSession> {
    return openSession(ctx, input);
  }

  @FollowPart(
    () => CashChange,
    [...told],
    'order:read',
    "Each change of a location's drawers and of what goes through them, as it happens; with `after`, starting with those since then.",
    { argument: 'locationId', noun: () => Location, partOf: ({ locationId }) => locationId },
  )
  async cashChanged({ payload }: EventOf<(typeof told)[number]>, ctx: Context) {
    const sessionId = await sessionIn(ctx, payload);
    const session = sessionId ? await find(ctx, CashSession, sessionId) : undefined;
    const drawerId = 'drawerId' in payload ? payload.drawerId : session?.drawerId;
    return { sessionId, session, drawer: drawerId ? await find(ctx, Drawer, drawerId) : undefined };
  }

  @Allow('payment:take')
  @FieldResolver(() => [StationWaiting], {
    description: 'The tills from which something of it has not arrived, or which are silent.',
  })
  waiting(@Root() session: CashSession, @Ctx() ctx: Context): Promise<StationWaiting[]> {
    return stationsWaiting(ctx, session);
  }

  @FieldResolver(() => Money, { description: 'The cash that was in it when it was opened.' })
  float(@Root() { float, currency }: CashSession): Money {
    return { amount: float, currency };
  }

  @FieldResolver(() => Drawer)
  async drawer(@Root() { drawerId }: CashSession, @Ctx() ctx: Context): Promise<Drawer | undefined> {
    return (await loadAll(ctx, Drawer, [drawerId]))[0];
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: CashSession): Tenant {
    return { id: tenantId };
  }
}

/** The session of which something was told; none where it went through no drawer. */
async function sessionIn(ctx: Context, payload: object): Promise<string | null | undefined> {
  if ('sessionId' in payload) return String(payload.sessionId);
  if ('refundId' in payload) return (await find(ctx, Refund, String(payload.refundId)))?.cashSessionId;
  if ('paymentId' in payload) return (await find(ctx, Payment, String(payload.paymentId)))?.cashSessionId;
  return undefined;
}

@Resolver(() => Location)
class LocationSessionsResolver {
  @Allow('order:read')
  @FieldResolver(() => CashSessionPage, { description: 'The sessions of its drawers, the latest first.' })
  cashSessions(
    @Root() location: Location,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => CashSessionFilter, { nullable: true }) filter?: CashSessionFilter,
  ): Promise<CashSessionPage> {
    return pageOfSessions(ctx, location, filter ?? undefined, { first, after });
  }

  @Allow('payment:take')
  @FieldResolver(() => CashSessionExport, {
    description: 'The same as a table, page by page, with what each came to when it was counted.',
  })
  exportCashSessions(
    @Root() location: Location,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => CashSessionFilter, { nullable: true }) filter?: CashSessionFilter,
  ): Promise<CashSessionExport> {
    return exportSessions(ctx, location, filter ?? undefined, { first, after });
  }
}

export const cashSessionPart = part(CashSession, CashSessionResolver, LocationSessionsResolver);
