import type { Context } from '@mycelium/kit/context';
import { momentOfId } from '@mycelium/kit/id-moment';
import { legibleJson } from '@mycelium/kit/legible';
import type { Audit, AuditRecord } from '@mycelium/schema/audit';
import { auditKept } from '@mycelium/schema/subgraphs/tenants';
import { validate as isUuid } from 'uuid';
import { ApiClient } from '../api-client/api-client.ts';
import { Display } from '../display/display.ts';
import { Station } from '../station/station.ts';
import { Membership } from '../user/membership.ts';
import { User } from '../user/user.ts';
import { isAutomatic } from './automatic.ts';
import { isOfBusiness } from './readable.ts';

/** One record with the call that it belongs to. */
export type AuditLine = Omit<Audit, 'records'> & { record: AuditRecord };

const MOST_NAMED = 50;

const changes: ReadonlySet<AuditRecord['kind']> = new Set(['CREATED', 'UPDATED', 'REMOVED', 'CALLED']);

/**
 * Whether an open page hears of it at once: of changes of the business alone. Each event in a tenant's feed ends the answers that
 * gateways keep for it, which neither a log-in may do nor a stranger at the door.
 */
function isTold(line: AuditLine): boolean {
  return changes.has(line.record.kind) && isOfBusiness(line.record.noun) && !isAutomatic(line);
}

/** Keeps records of all tenants, each once, in one statement. By plain SQL: the log of the log would never end. */
export async function writeEntries(ctx: Context, lines: readonly AuditLine[]): Promise<void> {
  const names = await namesOf(ctx, lines);
  const people = await namesOfPeople(ctx, lines);
  const rows = lines.map(({ tenantId, action, actor, address, correlationId, record }) => ({
    ...{ id: record.id, tenant_id: tenantId, at: momentOfId(record.id), action, kind: record.kind },
    ...{ noun: record.noun, noun_id: record.nounId, name: record.name ?? people.get(record.nounId ?? '') },
    ...{ before: record.before, after: record.after },
    ...{ actor: named(actor, names), address, correlation_id: correlationId },
  }));
  await ctx.em.execute(
    `insert into tenants.audit_entry
       (id, tenant_id, at, action, kind, noun, noun_id, name, actor, before, after, address, correlation_id)
     select id, tenant_id, at, action, kind, noun, noun_id, name, actor, before, after, address, correlation_id
     from jsonb_to_recordset(?::jsonb) as told (id uuid, tenant_id uuid, at timestamptz, action text, kind text, noun text,
       noun_id text, name jsonb, actor jsonb, before jsonb, after jsonb, address text, correlation_id text)
     on conflict (id) do nothing`,
    [legibleJson(rows)],
  );
  for (const [tenantId, some] of Map.groupBy(lines.filter(isTold), (line) => line.tenantId)) {
    const entryIds = some.slice(0, MOST_NAMED).map(({ record }) => record.id);
    ctx.publish(auditKept, { entryIds }, tenantId);
  }
}

/** Makes the partitions of the months to come, so that no entry ever waits for one. */
export async function makePartitions({ em }: Context): Promise<void> {
  await em.execute('select tenants.make_audit_partitions()');
}

/** With what they are called. */
function named(actor: AuditLine['actor'], names: ReadonlyMap<string, string>) {
  const { id, personId } = actor;
  return { ...actor, name: names.get(id), ...(personId && { personName: names.get(personId) }) };
}

/** What they are called now, by their ids. */
async function namesOf({ em }: Context, lines: readonly AuditLine[]): Promise<Map<string, string>> {
  const idsOf = (kind: string): string[] => [
    ...new Set(lines.filter(({ actor }) => actor.kind === kind && isUuid(actor.id)).map(({ actor }) => actor.id)),
  ];
  const signedIn = lines.flatMap(({ actor: { personId } }) => (isUuid(personId) ? [String(personId)] : []));
  const people = [...new Set([...idsOf('user'), ...signedIn])];
  const [clients, displays, stations] = ['client', 'display', 'station'].map(idsOf);
  const found = [
    ...(people.length > 0 ? await em.find(User, { id: { $in: people } }) : []),
    ...(clients?.length ? await em.find(ApiClient, { id: { $in: clients } }) : []),
    ...(displays?.length ? await em.find(Display, { id: { $in: displays } }) : []),
    ...(stations?.length ? await em.find(Station, { id: { $in: stations } }) : []),
  ];
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** What the people are called that something was done to, as members or as users, by the ids of these. */
async function namesOfPeople({ em }: Context, lines: readonly AuditLine[]): Promise<Map<string, string>> {
  const idsOf = (wanted: string): string[] =>
    lines.flatMap(({ record: { noun, nounId, name } }) =>
      noun === wanted && !name && isUuid(nounId) ? [String(nounId)] : [],
    );
  const [users, members] = ['User', 'Membership'].map(idsOf);
  const found = members?.length ? await em.find(Membership, { id: { $in: members } }, { populate: ['user'] }) : [];
  const people = users?.length ? await em.find(User, { id: { $in: users } }) : [];
  return new Map([
    ...found.map(({ id, user }) => [id, user.getEntity().name] as const),
    ...people.map(({ id, name }) => [id, name] as const),
  ]);
}
