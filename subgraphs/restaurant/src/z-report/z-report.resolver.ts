import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf, read } from '@mycelium/kit/crud';
import { Money, MoneyInput } from '@mycelium/kit/money';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { buildReport } from '../cash-session/build-report.ts';
import { CashReport } from '../cash-session/cash-report.ts';
import { CashSession } from '../cash-session/cash-session.ts';
import { closed } from '../cash-session/find-sessions.ts';
import { StationWaiting } from '../cash-session/stations-waiting.ts';
import { Drawer } from '../drawer/drawer.ts';
import { Location } from '../location/location.ts';
import { Tenant } from '../references.ts';
import { closeSession } from './close-session.ts';
import { ZReport, ZReportPage } from './z-report.ts';

@Resolver(() => ZReport)
class ZReportResolver {
  @Allow('payment:take')
  @Query(() => CashReport, { description: 'What went through an open drawer until now; it closes nothing.' })
  async xReport(@Arg('sessionId', () => ID) sessionId: string, @Ctx() ctx: Context): Promise<CashReport> {
    const session = await read(ctx, CashSession, sessionId);
    if (session.closedAt) throw closed();
    return buildReport(ctx, session);
  }

  @Allow('cash:close')
  @Mutation(() => ZReport, {
    description:
      'Closes a drawer with what was counted in it. Asked again with the same amount, it answers the same report. Refused with the reason OUTBOX_WAITING, and the `stations`, while a till has taken cash of this drawer that has not arrived.',
  })
  closeCashSession(
    @Arg('id', () => ID) id: string,
    @Arg('counted', () => MoneyInput) counted: MoneyInput,
    @Ctx() ctx: Context,
    @Arg('despite', () => String, {
      nullable: true,
      description:
        'Why it is closed although writes of a till have not arrived, for example that the device is lost; at most 200 characters.',
    })
    despite?: string | null,
  ): Promise<ZReport> {
    return closeSession(ctx, id, { counted, despite });
  }

  @Allow('payment:take')
  @Query(() => ZReport, { nullable: true, description: 'One Z report; null if there is none with this id.' })
  zReport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<ZReport | undefined> {
    return find(ctx, ZReport, id);
  }

  @FieldResolver(() => CashReport, { description: 'What went through the drawer.' })
  report(@Root() { report }: ZReport): CashReport {
    // Those that were written first do not name these.
    return { ...report, refundTenders: report.refundTenders ?? [], refundTaxes: report.refundTaxes ?? [] };
  }

  @FieldResolver(() => [StationWaiting], { description: 'The tills whose writes had not arrived when it was closed.' })
  waiting(@Root() { waiting }: ZReport): StationWaiting[] {
    // Those that were written first do not name these.
    return waiting.map((till) => ({ ...till, takenBy: till.takenBy ?? [] }));
  }

  @FieldResolver(() => Drawer)
  async drawer(@Root() { drawerId }: ZReport, @Ctx() ctx: Context): Promise<Drawer | undefined> {
    return (await loadAll(ctx, Drawer, [drawerId]))[0];
  }

  @FieldResolver(() => Money, { description: 'The cash that should have been in it.' })
  expected(@Root() { expected, currency }: ZReport): Money {
    return { amount: expected, currency };
  }

  @FieldResolver(() => Money, { description: 'The cash that was in it.' })
  counted(@Root() { counted, currency }: ZReport): Money {
    return { amount: counted, currency };
  }

  @FieldResolver(() => Money, { description: 'How much more was counted than expected; below zero, how much less.' })
  overShort(@Root() { counted, expected, currency }: ZReport): Money {
    return { amount: counted - expected, currency };
  }

  @FieldResolver(() => CashSession, { nullable: true })
  async session(@Root() { sessionId }: ZReport, @Ctx() ctx: Context): Promise<CashSession | undefined> {
    return (await loadAll(ctx, CashSession, [sessionId]))[0];
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: ZReport): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Drawer)
class DrawerReportsResolver {
  @Allow('payment:take')
  @Directive('@listSize(assumedSize: 100)')
  @FieldResolver(() => [ZReport], { description: 'Its reports, the latest first, at most 100.' })
  zReports(@Root() { id }: Drawer, @Ctx() { em }: Context): Promise<ZReport[]> {
    return em.find(ZReport, { drawerId: id }, { orderBy: { number: 'desc' }, limit: 100 });
  }

  @Allow('payment:take')
  @FieldResolver(() => ZReport, { nullable: true, description: 'Its report with this number; null if there is none.' })
  zReport(
    @Root() { id }: Drawer,
    @Arg('number', () => Int) number: number,
    @Ctx() { em }: Context,
  ): Promise<ZReport | null> {
    return em.findOne(ZReport, { drawerId: id, number });
  }

  @Allow('order:read')
  @FieldResolver(() => CashSession, { nullable: true, description: 'The session that is open; null if none is.' })
  async openSession(@Root() { id }: Drawer, @Ctx() { em }: Context): Promise<CashSession | null> {
    return em.findOne(CashSession, { drawerId: id, closedAt: null });
  }
}

@Resolver(() => Location)
class LocationReportsResolver {
  @Allow('payment:take')
  @FieldResolver(() => ZReportPage, { description: 'The reports of its drawers, the latest first.' })
  zReports(
    @Root() { id }: Location,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<ZReportPage> {
    return page(ctx, ZReport, { locationId: id }, { first, after }, { id: 'desc' });
  }
}

@Resolver(() => CashSession)
class SessionReportResolver {
  @Allow('payment:take')
  @FieldResolver(() => ZReport, { nullable: true, description: 'What it came to; null while it is open.' })
  zReport(@Root() { id }: CashSession, @Ctx() ctx: Context): Promise<ZReport | undefined> {
    return batched(ctx, id, reportsOfSessions);
  }
}

const reportsOfSessions: Batch<string, ZReport | undefined> = async ({ em }, ids) => {
  const reports = await em.find(ZReport, { sessionId: oneOf(ids) });
  const bySession = new Map(reports.map((report) => [report.sessionId, report]));
  return ids.map((id) => bySession.get(id));
};

export const zReportPart = part(
  ...[ZReport, ZReportResolver, DrawerReportsResolver, LocationReportsResolver, SessionReportResolver],
);
