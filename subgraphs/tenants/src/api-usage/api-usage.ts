import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How often a client requested one operation.' })
export class OperationUsage {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'A subscription counts once, when it starts.' })
  count!: number;

  @Field(() => Int, { description: 'How many a subscription delivered.' })
  events!: number;

  @Field(() => String, { description: 'The last day (UTC) on which it was requested or delivered, like 2026-11-21.' })
  lastDay!: string;
}

@ObjectType({ description: 'How often a client requested one field.' })
export class FieldUsage {
  @Field(() => String, { description: 'For example MenuItem.price.' })
  coordinate!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => String, { description: 'The last day (UTC) on which it was requested, like 2026-11-21.' })
  lastDay!: string;
}

@ObjectType({ description: 'What a client requested, most frequent first. It is a few seconds old.' })
export class ApiUsage {
  @Field(() => [OperationUsage])
  operations!: OperationUsage[];

  @Field(() => [FieldUsage])
  fields!: FieldUsage[];
}
