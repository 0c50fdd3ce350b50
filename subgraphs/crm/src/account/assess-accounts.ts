import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { longRound } from '@mycelium/kit/tasks/rounds';
import { NotYet, type TaskDesk, task } from '@mycelium/kit/tasks/task';
import { platformBook } from '@mycelium/schema/platform-book';
import { accountUpdated } from '@mycelium/schema/subgraphs/crm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { AccountStage } from './account-stage.ts';
import { assess } from './assess.ts';
import { hearSigns } from './hear-signs.ts';

/** So many tenants at a time. */
const AT_ONCE = 200;
/** After how long it is tried again while nobody says which tenants there are. */
const AWAY_MS = 5_000;
/** The trend goes back so far. */
const KEPT_DAYS = 400;

const TENANTS = `query ($first: Int!, $after: String) {
  tenants(first: $first, after: $after) { edges { node { id name slug createdAt } } pageInfo { hasNextPage endCursor } }
}`;
const pageSchema = z.object({
  tenants: z.object({
    edges: z.array(
      z.object({ node: z.object({ id: z.uuid(), name: z.string(), slug: z.string(), createdAt: z.coerce.date() }) }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  }),
});
type Customer = z.infer<typeof pageSchema>['tenants']['edges'][number]['node'];

/** Makes the accounts of tenants that have none yet, and judges all; a round of its own every few minutes, and at a start. */
export const assessAccounts = { ...longRound('account-health', '*/5 * * * *', assessAll), atStart: true };

/** Judges the account of one tenant. */
export const assessAccount = task('account-of-tenant', z.object({}), async (desk) => {
  const { tenantId } = desk;
  if (!tenantId) return;
  const said = await hearSigns(desk, [tenantId]);
  await desk.conclude((ctx) => assess(ctx, [tenantId], said));
});

/** Has all accounts judged within a moment; those who ask at once are one. */
export function assessAllSoon(ctx: Context): void {
  enqueue(ctx, assessAccounts, {}, { key: 'soon', tenantId: null });
}

/** The same of the tenant of which something was heard. */
export function assessSoon(ctx: Context): void {
  enqueue(ctx, assessAccount, {}, { key: 'soon' });
}

async function assessAll(desk: TaskDesk): Promise<void> {
  let after: string | null | undefined;
  do {
    const { edges, pageInfo } = await pageOfTenants(desk, after);
    const customers = edges.map(({ node }) => node);
    const ids = customers.map(({ id }) => id);
    const said = await hearSigns(desk, ids);
    await desk.transact(async (ctx) => {
      await keepAccounts(ctx, customers);
      await assess(ctx, ids, said);
    });
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after && !desk.signal.aborted);
  await desk.transact(({ em, now }) =>
    em.execute('delete from crm.account_day where date < ?::date', [
      new Date(now().getTime() - KEPT_DAYS * 24 * 60 * 60_000),
    ]),
  );
}

async function pageOfTenants({ ask, correlationId }: TaskDesk, after: string | null | undefined) {
  const viewer = { kind: 'gateway' as const, id: 'crm', scopes: ['platform:admin'] };
  const question = { query: TENANTS, variables: { first: AT_ONCE, after } };
  const answer = await ask('tenants', question, { viewer, correlationId }).catch(waitWhileAway);
  return pageSchema.parse(answer).tenants;
}

function waitWhileAway(error: unknown): never {
  throw error instanceof Unavailable ? new NotYet(error.message, AWAY_MS) : error;
}

/** One account for each tenant, under the name that it has now; a new one is an onboarding that nobody looks after yet. */
export async function keepAccounts(ctx: Context, customers: readonly Customer[]): Promise<void> {
  const rows = customers.map(({ createdAt, ...tenant }) => ({ ...tenant, created: createdAt, account: uuidv7() }));
  const kept = await ctx.em.execute<{ id: string }[]>(
    `insert into crm.account as known (id, created_at, updated_at, version, tenant_id, side, name, slug, stage, health, reasons,
       codes, heard, last_contact_at, next_step_at, open_count, overdue_count)
     select account, created, now(), 1, id, 'PLATFORM', name, slug, ?, 100, '[]', '{}', '{}', 'epoch', '9999-01-01T00:00:00Z', 0, 0
     from jsonb_to_recordset(?::jsonb) as tenant (id uuid, name text, slug text, created timestamptz, account uuid)
     on conflict (tenant_id) do update set name = excluded.name, slug = excluded.slug, updated_at = now()
     where (known.name, known.slug) <> (excluded.name, excluded.slug) returning known.id`,
    [AccountStage.ONBOARDING, JSON.stringify(rows)],
  );
  for (const { id } of kept) ctx.publish(accountUpdated, { accountId: id }, platformBook);
}
