import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { csvOf } from '@mycelium/kit/csv';
import { CsvPage } from '@mycelium/kit/csv-page';
import type { PageArgs } from '@mycelium/kit/page';
import { exponentOf } from '@mycelium/schema/currencies';
import { decimalOf } from '@mycelium/schema/decimal';
import { ObjectType } from 'type-graphql';
import { Drawer } from '../drawer/drawer.ts';
import type { Location } from '../location/location.ts';
import { ZReport } from '../z-report/z-report.ts';
import type { CashSession } from './cash-session.ts';
import { type CashSessionFilter, pageOfSessions } from './list-sessions.ts';

@ObjectType({ description: 'A page of cash sessions as a table.' })
export class CashSessionExport extends CsvPage {}

const columns = [
  ...['Drawer', 'Z', 'Business day', 'Opened', 'Closed', 'Currency', 'Float', 'Cash payments', 'Cash tips'],
  ...['Paid in', 'Cash refunds', 'Paid out', 'Drops', 'Tips paid out', 'Expected', 'Counted', 'Over', 'Short'],
];

/** A page of a location's sessions as a table, the latest first: what each came to, in major units. */
export async function exportSessions(
  ctx: Context,
  location: Location,
  filter: CashSessionFilter | undefined,
  range: PageArgs,
): Promise<CashSessionExport> {
  const { edges, pageInfo } = await pageOfSessions(ctx, location, filter, range);
  const sessions = edges.map(({ node }) => node);
  const drawers = await ctx.em.find(Drawer, { id: oneOf(sessions.map(({ drawerId }) => drawerId)) });
  const reports = await ctx.em.find(ZReport, { sessionId: oneOf(sessions.map(({ id }) => id)) });
  const names = new Map(drawers.map(({ id, name }) => [id, name]));
  const bySession = new Map(reports.map((report) => [report.sessionId, report]));
  const rows = sessions.map((session) => [names.get(session.drawerId), ...rowOf(session, bySession.get(session.id))]);
  return { csv: csvOf(columns, rows), hasNextPage: pageInfo.hasNextPage, endCursor: pageInfo.endCursor };
}

function rowOf(session: CashSession, z: ZReport | undefined): (string | number | undefined)[] {
  const { businessDate, openedAt, closedAt, currency, float } = session;
  const amount = (minor: number) => decimalOf(minor, exponentOf(currency));
  const facts = [z?.number, businessDate, openedAt.toISOString(), closedAt?.toISOString(), currency, amount(float)];
  if (!z) return facts;
  const { cashPayments, cashTips, paidIn, cashRefunds, paidOut, drops, tipsOut } = z.report;
  const sums = [cashPayments, cashTips, paidIn, cashRefunds, paidOut, drops, tipsOut].map((sum) => amount(sum.amount));
  const over = z.counted - z.expected;
  const difference = [Math.max(0, over), Math.max(0, -over)];
  return [...facts, ...sums, ...[z.expected, z.counted, ...difference].map(amount)];
}
