import type { FilterQuery } from '@mikro-orm/core';
import { oneOf } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { TrackingStatus } from '../tracking/tracking.ts';
import type { StoredEvent } from './stored-event.ts';

@InputType({ description: 'Which of the stored events; leave out for all.' })
export class StoredEventFilter {
  @Field(() => [ID], { nullable: true, description: 'The ids of the stored rows; at most 200.' })
  ids?: string[];

  @Field(() => String, { nullable: true, description: 'The application that published it.' })
  source?: string;

  @Field(() => String, { nullable: true, description: 'The application that received it.' })
  target?: string;

  @Field(() => String, { nullable: true, description: 'The canonical name of its type.' })
  type?: string;

  @Field(() => [TrackingStatus], { nullable: true })
  statuses?: TrackingStatus[];

  @Field(() => DateTime, { nullable: true, description: 'Published at or after this moment.' })
  from?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Published before this moment.' })
  to?: Date;

  @Field(() => String, { nullable: true, description: 'Part of the last error; at most 200 characters.' })
  errorContains?: string;
}

const name = z.string().max(80, 'A name has at most 80 characters');

const filterSchema = z.object({
  ids: z.array(z.string()).max(200, 'Name at most 200 rows').nullish(),
  source: name.nullish(),
  target: name.nullish(),
  type: name.nullish(),
  statuses: z.array(z.enum(TrackingStatus)).nullish(),
  from: z.coerce.date().nullish(),
  to: z.coerce.date().nullish(),
  errorContains: z.string().max(200, 'A part of an error has at most 200 characters').nullish(),
});

/** What was given up, and can be retried or discarded. */
export const givenUp = [TrackingStatus.FAILED, TrackingStatus.TIMEOUT];

/** What has ended, and can be replayed. */
export const ended = [...givenUp, TrackingStatus.ACKNOWLEDGED];

/** The rows of a tenant that a filter names, of those with one of these statuses. */
export function rowsThat(
  tenantId: string,
  filter: StoredEventFilter | undefined,
  possible: readonly TrackingStatus[],
): FilterQuery<StoredEvent> {
  const { ids, source, target, type, statuses, from, to, errorContains } = parseInput(filterSchema, filter ?? {}, [
    'filter',
  ]);
  const status = statuses ? possible.filter((each) => statuses.includes(each)) : [...possible];
  return {
    tenantId,
    status: { $in: status },
    ...(ids && { id: oneOf(ids) }),
    ...(source && { sourceApplication: source }),
    ...(target && { targetApplication: target }),
    ...(type && { eventType: type }),
    ...((from || to) && { publishedAt: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
    ...(errorContains && { lastError: { $ilike: `%${errorContains.replaceAll(/[\\%_]/g, '\\$&')}%` } }),
  };
}
