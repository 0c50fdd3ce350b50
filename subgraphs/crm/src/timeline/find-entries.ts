import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import { cursorsOf } from '@mycelium/kit/list-cursor';
import { PageArgs, pageArguments, pageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { ArgsType, Field, ID } from 'type-graphql';
import { validate as isUuid, NIL } from 'uuid';
import { Subject } from '../subject/subject.ts';
import { type EntryRow, entryOf } from './read-entry.ts';
import { EntryKind, type TimelinePage } from './timeline-entry.ts';

/** Which part of which timeline. */
@ArgsType()
export class TimelineOfSubjectArgs extends PageArgs {
  @Field(() => [EntryKind], { nullable: true, description: 'Only these.' })
  kinds?: EntryKind[];

  @Field(() => ID, { nullable: true, description: 'Only what this person or program did.' })
  actor?: string;

  @Field(() => DateTime, { nullable: true, description: 'Only what happened then or later.' })
  from?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Only what happened before.' })
  to?: Date;
}

@ArgsType()
export class TimelineArgs extends TimelineOfSubjectArgs {
  @Field(() => Subject, { nullable: true, description: 'Of this; left out, of everything.' })
  subject?: Subject;
}

type Wanted = Omit<TimelineArgs, 'first' | 'after'>;

/** A condition in SQL, with its values. */
type Condition = readonly [sql: string, values: readonly unknown[]];

/**
 * A page of a timeline, newest first. It is found by an index alone, from where the one before ended, so that it takes
 * as long at any depth; then its rows are read.
 */
export async function pageOfEntries(
  ctx: Context,
  tenantId: string,
  { first, after, ...wanted }: TimelineArgs,
): Promise<TimelinePage> {
  const most = parseInput(pageArguments, { first }, []).first;
  const cursors = cursorsOf(ctx, ['timeline', tenantId, wanted]);
  const position = after == null ? undefined : (JSON.parse(cursors.read(after)) as [at: string, id: string]);
  const rows = await ctx.em.execute<EntryRow[]>(...entriesIn(tenantId, wanted, position, most + 1));
  return pageOf(rows.slice(0, most).map(entryOf), cursors, {
    positionOf: ({ at, id }) => JSON.stringify([at.toISOString(), id]),
    hasNextPage: rows.length > most,
    hasPreviousPage: after != null,
    count: () => count(ctx, conditionsOf(tenantId, wanted)),
  });
}

/** Asks for the next entries, in the order of their page. */
export function entriesIn(...which: Parameters<typeof placesIn>): [sql: string, values: unknown[]] {
  const [places, values] = placesIn(...which);
  return [
    `with place as materialized (${places})
     select e.* from place join crm.timeline_entry e on e.id = place.id order by place.at desc, place.id desc`,
    values,
  ];
}

/** Asks where the next entries are, in the order of their page. */
export function placesIn(
  tenantId: string,
  wanted: Wanted,
  position: readonly [at: string, id: string] | undefined,
  most: number,
): [sql: string, values: unknown[]] {
  const beyond = position ? [['(at, id) < (?, ?)', position] as const] : [];
  return asStatement(
    'select id, at from crm.timeline_entry',
    [...conditionsOf(tenantId, wanted), ...beyond],
    `order by at desc, id desc limit ${most}`,
  );
}

function conditionsOf(tenantId: string, { subject, kinds, actor, from, to }: Wanted): Condition[] {
  return [
    ['tenant_id = ?', [tenantId]],
    ...(subject
      ? [['subject_kind = ? and subject_id = ?', [subject.kind, isUuid(subject.id) ? subject.id : NIL]] as const]
      : []),
    ...(kinds ? [isOneOf(kinds)] : []),
    ...(actor ? [['actor_id = ?', [actor]] as const] : []),
    ...(from ? [['at >= ?', [from]] as const] : []),
    ...(to ? [['at < ?', [to]] as const] : []),
  ];
}

function isOneOf(kinds: readonly EntryKind[]): Condition {
  const some = [...new Set(kinds)];
  return some.length > 0 ? [`kind in (${some.map(() => '?').join(', ')})`, some] : ['false', []];
}

function asStatement(what: string, conditions: readonly Condition[], rest = ''): [sql: string, values: unknown[]] {
  const where = conditions.map(([sql]) => sql).join(' and ');
  return [`${what} where ${where} ${rest}`, conditions.flatMap(([, values]) => values)];
}

async function count({ em }: Context, conditions: readonly Condition[]): Promise<number> {
  const [counted] = await em.execute<{ count: string }[]>(
    ...asStatement('select count(*) from crm.timeline_entry', conditions),
  );
  return Number(counted?.count ?? 0);
}
