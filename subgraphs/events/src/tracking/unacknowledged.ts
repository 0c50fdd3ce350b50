import type { Context } from '@mycelium/kit/context';
import { PageInfo } from '@mycelium/kit/page';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { type EntriesRequest, readEntries } from './open-entries.ts';
import { readOpen } from './read-tracking.ts';
import { EventTracking } from './tracking.ts';

@ObjectType()
export class UnacknowledgedEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => EventTracking)
  node!: EventTracking;
}

@ObjectType({ description: 'A page of events that are waiting for an acknowledgment.' })
export class UnacknowledgedPage {
  @Field(() => [UnacknowledgedEdge])
  edges!: UnacknowledgedEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are over all pages, regardless of age.' })
  totalCount!: number;
}

@InputType({ description: 'Which of them; leave out for all.' })
export class UnacknowledgedFilter {
  @Field(() => String, { nullable: true, description: 'The application that published it.' })
  source?: string;

  @Field(() => String, { nullable: true, description: 'The application that has to acknowledge it.' })
  target?: string;

  @Field(() => Int, { nullable: true, description: 'Only those that are at least this many milliseconds old.' })
  olderThanMs?: number;
}

/** One page of what waits for an acknowledgment, oldest first. */
export async function readUnacknowledged(
  ctx: Context,
  tenant: string,
  request: EntriesRequest,
): Promise<UnacknowledgedPage> {
  const { entries, pageInfo, totalCount } = await readEntries(ctx, tenant, request);
  const edges = await Promise.all(
    entries.map(async ({ cursor, entry, event, target }) => ({
      cursor,
      node: await readOpen(ctx.redis, event, target, entry),
    })),
  );
  return { edges, pageInfo, totalCount };
}
