import type { Context } from '@mycelium/kit/context';
import { type AlertTold, alertRaised, alertRecovered } from '@mycelium/schema/subgraphs/events';
import { v7 as uuidv7 } from 'uuid';
import type { AlertKind } from '../alert-rule/alert-kind.ts';
import { AlertRuleRow } from '../alert-rule/alert-rule.ts';
import { ruleOf } from '../alert-rule/rules.ts';

/** What an alert is about: of one thing there is one open alert. */
export interface Subject {
  tenantId: string;
  kind: AlertKind;
  source?: string;
  target?: string;
  endpointId?: string;
  thingId?: string | undefined;
  /** What the thing is called, what in it one looks at first, and since when it is so. */
  name?: string | undefined;
  partId?: string | undefined;
  since?: Date | undefined;
}

export interface Finding extends Subject {
  value: number;
  threshold: number;
  /** The event that waits longest. */
  eventId?: string;
}

export function openKeyOf({ kind, source = '', target = '', endpointId, thingId }: Subject): string {
  return `${kind} ${thingId || endpointId || `${source}>${target}`}`;
}

/** Raises an alert, unless there is one of the same; the row decides, whoever else finds it too. Says whether it was new. */
export async function raiseAlert(ctx: Context, finding: Finding): Promise<boolean> {
  const { tenantId, kind, source, target, endpointId, thingId, name, partId, since, eventId, value, threshold } =
    finding;
  const rule = await readRule(ctx, finding);
  if (!rule.isOn) return false;
  const alertId = uuidv7();
  const inserted = await ctx.em.execute<{ id: string }[]>(
    `insert into events.alert (id, created_at, updated_at, version, tenant_id, kind, source, target, endpoint_id, thing_id, name,
       part_id, since, event_id, value, threshold, open_key)
     values (?, now(), now(), 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, open_key) do nothing returning id`,
    [
      ...[alertId, tenantId, kind, source, target, endpointId, thingId, name, partId, since, eventId],
      ...[value, threshold, openKeyOf(finding)],
    ].map((each) => each ?? null),
  );
  if (inserted.length === 0) return false;
  const at = new Date().toISOString();
  const told = { alertId, ...placeIn(finding), eventId, value, threshold, at };
  ctx.publish(alertRaised, { ...told, ...recipientsBy(ctx, rule) }, tenantId);
  return true;
}

interface Ended {
  id: string;
  value: number;
  threshold: number;
  event_id: string | null;
  created_at: string;
}

/** Ends the open alert about this, if there is one; `value` is what was found now. */
export async function recoverAlert(ctx: Context, subject: Subject, value?: number): Promise<boolean> {
  const [ended] = await ctx.em.execute<Ended[]>(
    `update events.alert set open_key = null, recovered_at = now(), recovered_value = ?, updated_at = now(), version = version + 1
     where tenant_id = ? and open_key = ? returning id, value, threshold, event_id, created_at`,
    [value ?? null, subject.tenantId, openKeyOf(subject)],
  );
  if (!ended) return false;
  const told = { alertId: ended.id, ...placeIn(subject), eventId: ended.event_id ?? undefined };
  const rule = await readRule(ctx, subject);
  const raised = { at: new Date(ended.created_at).toISOString(), value: Number(ended.value) };
  const numbers = { value, threshold: Number(ended.threshold), at: new Date().toISOString(), raised };
  ctx.publish(alertRecovered, { ...told, ...numbers, ...recipientsBy(ctx, rule) }, subject.tenantId);
  return true;
}

/** What an event says of where it is. */
function placeIn({ kind, source, target, endpointId, thingId, name, partId, since }: Subject) {
  return { kind, source, target, endpointId, thingId, name, partId, since: since?.toISOString() };
}

async function readRule({ em }: Context, { tenantId, kind }: Subject) {
  return ruleOf(kind, (await em.findOne(AlertRuleRow, { tenantId, kind })) ?? undefined);
}

/** Who gets an e-mail of it, under both names. */
function recipientsBy(
  { now }: Context,
  { sendsEmails, mutedUntil, recipientIds }: ReturnType<typeof ruleOf>,
): Pick<AlertTold, 'emails' | 'letters'> {
  if (!sendsEmails || (mutedUntil && mutedUntil > now())) return {};
  const emails = recipientIds.length > 0 ? recipientIds : ('OWNERS' as const);
  return { emails, letters: emails };
}
