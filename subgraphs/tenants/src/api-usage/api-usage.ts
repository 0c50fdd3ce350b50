import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How often a client asked one operation.' })
export class OperationUsage {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'A subscription counts once when it begins.' })
  count!: number;

  @Field(() => Int, { description: 'That a subscription delivered.' })
  events!: number;

  @Field(() => String, { description: 'The last day (UTC) on which it was asked or delivered, like 2026-11-21.' })
  lastDay!: string;
}

@ObjectType({ description: 'How often a client asked for one field.' })
export class FieldUsage {
  @Field(() => String, { description: 'For example MenuItem.price.' })
  coordinate!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => String, { description: 'The last day (UTC) on which it was asked, like 2026-11-21.' })
  lastDay!: string;
}

@ObjectType({ description: 'What a client asked, the most frequent first. It is some seconds old.' })
export class ApiUsage {
  @Field(() => [OperationUsage])
  operations!: OperationUsage[];

  @Field(() => [FieldUsage])
  fields!: FieldUsage[];
}
