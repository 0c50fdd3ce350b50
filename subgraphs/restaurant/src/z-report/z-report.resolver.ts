import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { read } from '@mycelium/kit/crud';
import { Money, MoneyInput } from '@mycelium/kit/money';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { buildReport } from '../cash-session/build-report.ts';
import { CashReport } from '../cash-session/cash-report.ts';
import { CashSession } from '../cash-session/cash-session.ts';
import { closed } from '../cash-session/find-sessions.ts';
import { Drawer } from '../drawer/drawer.ts';
import { Tenant } from '../references.ts';
import { closeSession } from './close-session.ts';
import { ZReport } from './z-report.ts';

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
      'Closes a drawer with what was counted in it. Asked again with the same amount, it answers the same report.',
  })
  closeCashSession(
    @Arg('id', () => ID) id: string,
    @Arg('counted', () => MoneyInput) counted: MoneyInput,
    @Ctx() ctx: Context,
  ): Promise<ZReport> {
    return closeSession(ctx, id, counted);
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

  @Allow('order:read')
  @FieldResolver(() => CashSession, { nullable: true, description: 'The session that is open; null if none is.' })
  async openSession(@Root() { id }: Drawer, @Ctx() { em }: Context): Promise<CashSession | null> {
    return em.findOne(CashSession, { drawerId: id, closedAt: null });
  }
}

export const zReportPart = part(ZReport, ZReportResolver, DrawerReportsResolver);
