import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import type { Event } from '@mycelium/schema/event-type';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { Contact } from '../contact/contact.ts';
import { Side } from '../side/side.ts';
import { type Subject, SubjectKind } from '../subject/subject.ts';
import { tell } from '../timeline/tell.ts';
import { EntryKind, type Facts } from '../timeline/timeline-entry.ts';
import { EmployeeRow } from './employee.ts';

/** What is kept of what HR says; anything else that it says stays with HR. */
const text = z.string().trim().min(1).max(500).optional().catch(undefined);
const employeeSchema = z.object({ name: text, position: text, title: text });
const benefitsSchema = z.object({ plan: text });

/** HR changed somebody's record: kept by HR's id, and on the timeline of the contact who they are, or of the tenant. */
export async function hearEmployee(ctx: Context, payload: { entityId: string }, event: Event) {
  const { name, position, title } = employeeSchema.parse(payload);
  const known = await keep(ctx, payload.entityId, { name, position: position ?? title }, 'told_at', event);
  await tellOf(
    ctx,
    payload.entityId,
    EntryKind.EMPLOYEE_UPDATED,
    { name: known.name, position: known.position },
    event,
  );
  return { employeeId: payload.entityId, application: 'crm' };
}

/** HR changed somebody's benefits: the same. */
export async function hearBenefits(ctx: Context, payload: { entityId: string }, event: Event) {
  const { plan } = benefitsSchema.parse(payload);
  const known = await keep(ctx, payload.entityId, { plan }, 'benefits_at', event);
  await tellOf(ctx, payload.entityId, EntryKind.BENEFITS_UPDATED, { name: known.name, plan }, event);
  return { employeeId: payload.entityId, application: 'crm' };
}

type Kept = Partial<Pick<EmployeeRow, 'name' | 'position' | 'plan'>>;

/** What was said later wins, in whatever order it comes. */
async function keep(
  ctx: Context,
  employeeId: string,
  { name, position, plan }: Kept,
  clock: 'told_at' | 'benefits_at',
  { at }: Event,
): Promise<Kept> {
  const tenantId = ownTenant(ctx);
  await ctx.em.execute(
    `insert into crm.employee as e (id, tenant_id, employee_id, name, position, plan, ${clock}, version) values (?, ?, ?, ?, ?, ?, ?, 1)
     on conflict (tenant_id, employee_id) do update set name = coalesce(excluded.name, e.name),
       position = coalesce(excluded.position, e.position), plan = coalesce(excluded.plan, e.plan),
       ${clock} = excluded.${clock}, updated_at = now(), version = e.version + 1
     where e.${clock} is null or e.${clock} <= excluded.${clock}`,
    [uuidv7(), tenantId, employeeId, name ?? null, position ?? null, plan ?? null, new Date(at)],
  );
  const known = await ctx.em.findOneOrFail(EmployeeRow, { tenantId, employeeId }, { refresh: true });
  return { name: known.name ?? name, position: position ?? known.position };
}

async function tellOf(
  ctx: Context,
  employeeId: string,
  kind: EntryKind,
  said: Record<string, string | undefined>,
  event: Event,
): Promise<void> {
  const facts: Facts = Object.fromEntries(
    Object.entries({ employeeId, ...said }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  await tell(ctx, { subject: await subjectOf(ctx, employeeId), side: Side.TENANT, kind, facts }, event);
}

async function subjectOf(ctx: Context, employeeId: string): Promise<Subject> {
  const who = [{ onboardingId: employeeId }, ...(isUuid(employeeId) ? [{ id: employeeId }] : [])];
  const contact = await ctx.em.findOne(Contact, { tenantId: ownTenant(ctx), side: Side.TENANT, $or: who });
  return contact ? { kind: SubjectKind.CONTACT, id: contact.id } : { kind: SubjectKind.TENANT, id: ownTenant(ctx) };
}
