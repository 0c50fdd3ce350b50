import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { DateTime } from '@mycelium/schema/scalars';
import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { DAYS_KEPT } from './note-acknowledged.ts';

@ArgsType()
export class TimelineCheckArgs {
  @Field(() => DateTime, {
    nullable: true,
    description: `Of what was acknowledged then or later; 30 days before \`to\` if left out, and ${DAYS_KEPT} at most.`,
  })
  from?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Of what was acknowledged before; now if left out.' })
  to?: Date;
}

@ObjectType({ description: 'An event that was acknowledged, and of which no timeline has an entry.' })
export class MissingEntry {
  @Field(() => ID)
  eventId!: string;

  @Field(() => String, { description: 'The name of its type.' })
  type!: string;

  @Field(() => DateTime)
  acknowledgedAt!: Date;
}

@ObjectType({ description: 'The timeline beside what the event bus has acknowledged.' })
export class TimelineCheck {
  @Field(() => DateTime)
  from!: Date;

  @Field(() => DateTime)
  to!: Date;

  @Field(() => Int, { description: 'How many events that belong on a timeline were acknowledged.' })
  checked!: number;

  @Field(() => Int, { description: 'Of how many of them there is no entry.' })
  missingCount!: number;

  @Field(() => [MissingEntry], { description: 'Those, the oldest first; at most 200.' })
  missing!: MissingEntry[];

  @Field(() => Boolean, { description: 'Whether nothing is missing.' })
  isComplete!: boolean;
}

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const NAMED = 200;

/** Compares the timeline with what the bus says was acknowledged from here. Throws Invalid for a span that is none, or too long. */
export async function checkTimeline(ctx: Context, tenantId: string, wanted: TimelineCheckArgs): Promise<TimelineCheck> {
  const to = wanted.to ?? new Date();
  const from = wanted.from ?? new Date(to.getTime() - USUAL_DAYS * DAY_MS);
  if (from >= to) throw new Invalid('It ends before it begins.', ['to'], { reason: 'ENDS_BEFORE_IT_BEGINS' });
  if (to.getTime() - from.getTime() > DAYS_KEPT * DAY_MS)
    throw new Invalid(`At most ${DAYS_KEPT} days at a time.`, ['from'], { reason: 'TOO_MANY_DAYS', limit: DAYS_KEPT });
  const found = await ctx.em.execute<{ event_id: string | null; type: string; acknowledged_at: string; n: number }[]>(
    `with acknowledged as (
       select a.event_id, a.type, a.acknowledged_at, exists (
         select from crm.timeline_entry e where e.tenant_id = a.tenant_id and e.event_id = a.event_id
       ) as is_told
       from crm.acknowledged_event a where a.tenant_id = ? and a.acknowledged_at >= ? and a.acknowledged_at < ?
     ), missing as (
       select event_id, type, acknowledged_at from acknowledged where not is_told
       order by acknowledged_at, event_id limit ${NAMED}
     )
     select event_id, type, acknowledged_at, 1 as n from missing
     union all select null, 'checked', null, count(*)::int from acknowledged
     union all select null, 'missing', null, count(*) filter (where not is_told)::int from acknowledged`,
    [tenantId, from, to],
  );
  const countOf = (what: string) => found.find((row) => row.event_id === null && row.type === what)?.n ?? 0;
  const missing = found.flatMap(({ event_id: eventId, type, acknowledged_at }) =>
    eventId ? [{ eventId, type, acknowledgedAt: new Date(acknowledged_at) }] : [],
  );
  const missingCount = countOf('missing');
  return { from, to, checked: countOf('checked'), missingCount, missing, isComplete: missingCount === 0 };
}
