import { DateTime } from '@mycelium/schema/scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'From one moment to another.' })
export class OpenSpan {
  @Field(() => DateTime)
  from!: Date;

  @Field(() => DateTime)
  to!: Date;
}

@ObjectType({ description: 'What is known of a date at a venue.' })
export class VenueDay {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  date!: string;

  @Field(() => String, { nullable: true, description: 'Why it is not like others of its weekday; null where it is.' })
  exception?: string;

  @Field(() => Boolean, { description: 'Whether it is a holiday there.' })
  isHoliday!: boolean;

  @Field(() => [OpenSpan], { description: 'When it is open, as moments, in order; empty: it is closed.' })
  hours!: OpenSpan[];
}

@ObjectType({ description: 'A day as a business counts it, from one beginning to the next.' })
export class VenueBusinessDay {
  @Field(() => String, { description: 'By which it is called, YYYY-MM-DD.' })
  date!: string;

  @Field(() => DateTime, { description: 'When it begins.' })
  from!: Date;

  @Field(() => DateTime, {
    description: 'When the next one begins: 23 or 25 hours later where the clocks of the place are changed.',
  })
  to!: Date;
}
