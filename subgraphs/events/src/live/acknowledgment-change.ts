import { Change } from '@mycelium/kit/change';
import { Field, ObjectType } from 'type-graphql';
import { EventTracking } from '../tracking/tracking.ts';

@ObjectType({ implements: Change, description: 'An application has acknowledged an event.' })
export class AcknowledgmentChange extends Change {
  @Field(() => EventTracking, { description: 'The event as delivered to that application, with its answer.' })
  tracking!: EventTracking;
}
