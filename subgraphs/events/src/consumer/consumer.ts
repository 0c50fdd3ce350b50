import { DateTime } from '@mycelium/schema/scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum ConsumerPlace {
  HOME = 'HOME',
  OUTSIDE = 'OUTSIDE',
}
registerEnumType(ConsumerPlace, {
  name: 'ConsumerPlace',
  valuesConfig: {
    HOME: { description: 'A subgraph of the platform receives its events.' },
    OUTSIDE: { description: 'A program with an API key receives its events, or is expected to.' },
  },
});

@ObjectType({ description: 'Who receives the events of an application, and how that is going.' })
export class EventConsumer {
  @Field(() => String)
  application!: string;

  @Field(() => ConsumerPlace)
  place!: ConsumerPlace;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it last asked for events, to within a few seconds; null if it never did.',
  })
  lastSeenAt?: Date;

  @Field(() => Int, {
    description:
      'How many were active in the last minute: processes of the platform, or programs, told apart by their key and consumer name. They share the work.',
  })
  workers!: number;

  @Field(() => Int, { description: 'Published for it and not yet acknowledged.' })
  pending!: number;

  @Field(() => Int, { description: 'Of those, how many have been handed out but not yet acknowledged.' })
  inFlight!: number;

  @Field(() => Int)
  acknowledgedLastHour!: number;
}
