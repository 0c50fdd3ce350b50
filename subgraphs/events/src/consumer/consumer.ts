import { DateTime } from '@mycelium/schema/scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum ConsumerPlace {
  HOME = 'HOME',
  OUTSIDE = 'OUTSIDE',
}
registerEnumType(ConsumerPlace, {
  name: 'ConsumerPlace',
  valuesConfig: {
    HOME: { description: 'A subgraph of the platform takes what comes for it.' },
    OUTSIDE: { description: 'A program with an API key takes it, or is awaited.' },
  },
});

@ObjectType({ description: 'Whoever takes the events of an application, and how that goes.' })
export class EventConsumer {
  @Field(() => String)
  application!: string;

  @Field(() => ConsumerPlace)
  place!: ConsumerPlace;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it last asked for events, within some seconds; null when it never did.',
  })
  lastSeenAt?: Date;

  @Field(() => Int, {
    description:
      'How many were at work in the last minute: processes of the platform, or programs, told apart by their key and the name of the consumer. They share what comes.',
  })
  workers!: number;

  @Field(() => Int, { description: 'Published for it and not acknowledged.' })
  pending!: number;

  @Field(() => Int, { description: 'Of those: handed out, and not yet answered.' })
  inFlight!: number;

  @Field(() => Int)
  acknowledgedLastHour!: number;
}
