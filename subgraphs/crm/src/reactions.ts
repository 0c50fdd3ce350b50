import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { on, type Reaction } from '@mycelium/kit/subgraph';
import type { Event } from '@mycelium/schema/event-type';
import { benefitsUpdated, employeeUpdated } from '@mycelium/schema/outside';
import { commissionUpdated, partnerRegistered } from '@mycelium/schema/subgraphs/crm/partners';
import {
  configUpdated,
  creditAllocated,
  creditConsumed,
  maintenanceScheduled,
} from '@mycelium/schema/subgraphs/events';
import { assessSoon } from './account/assess-accounts.ts';
import { openAccount } from './affiliate/open-account.ts';
import { hearBenefits, hearEmployee } from './employee/hear-employee.ts';
import { hearRate } from './partner/hear-rate.ts';
import { Side } from './side/side.ts';
import { SubjectKind } from './subject/subject.ts';
import { type Saying, said } from './timeline/said.ts';
import { tell } from './timeline/tell.ts';
import { EntryKind } from './timeline/timeline-entry.ts';

interface Credits {
  application: string;
  amount: number;
  balance: number;
  purpose?: string;
}

/** What CRM and affiliate do when others speak, each leaving an entry on a timeline; what it resolves with is their acknowledgment. */
export const recorded: readonly Reaction[] = [
  on(creditAllocated, (ctx, credits, event) => hearCredits(ctx, EntryKind.CREDIT_ALLOCATED, credits, event)),
  on(creditConsumed, (ctx, credits, event) => hearCredits(ctx, EntryKind.CREDIT_CONSUMED, credits, event)),
  on<{ entityId: string }>(employeeUpdated, hearEmployee),
  on<{ entityId: string }>(benefitsUpdated, hearBenefits),
  on(commissionUpdated, hearRate),
  ...said.map(({ type, say }) => on(type, (ctx, payload, event) => record(ctx, say(payload), event))),
];

/** The same, and what leaves none. */
export const reactions: readonly Reaction[] = [
  ...recorded,
  on(partnerRegistered, openAccount),
  // There is nothing to do but to say that it was heard.
  ...[configUpdated, maintenanceScheduled].map((type) => on<unknown>(type, async () => ({}))),
];

/** What lets a tenant do better or worse. */
const ofHealth: ReadonlySet<EntryKind> = new Set([
  EntryKind.SYNC_FAILED,
  EntryKind.SYNC_RECOVERED,
  EntryKind.ALERT_RAISED,
  EntryKind.ALERT_RECOVERED,
]);

/** The balance is the hub's; what is left to do is to say on the tenant's timeline that there are credits, or fewer. */
async function hearCredits(
  ctx: Context,
  kind: EntryKind,
  { application, amount, balance, purpose }: Credits,
  event: Event,
) {
  const facts = { application, amount, balance, ...(purpose && { purpose }) };
  await record(ctx, { kind, facts }, event);
  return { [`${application}Balance`]: balance, application };
}

async function record(ctx: Context, saying: Saying, event: Event) {
  const subject = { kind: SubjectKind.TENANT, id: ownTenant(ctx) };
  await tell(ctx, { subject, side: Side.TENANT, ...saying }, event);
  if (ofHealth.has(saying.kind)) assessSoon(ctx);
  return { application: 'crm' };
}
