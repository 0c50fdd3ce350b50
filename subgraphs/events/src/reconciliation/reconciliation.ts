import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A counter that said something else than what lies there, and was put right.' })
export class CounterRepair {
  @Field(() => String)
  source!: string;

  @Field(() => String)
  target!: string;

  @Field(() => String, { description: 'pending, retrying, or stored: what was given up and is kept.' })
  counter!: string;

  @Field(() => Int)
  said!: number;

  @Field(() => Int)
  is!: number;
}

@Directive('@key(fields: "tenantId")')
@ObjectType({ description: 'What was found when the channels of a tenant were last compared with what lies in them.' })
@Unique({ properties: ['tenantId'] })
@Entity({ ...ownedByTenant })
export class Reconciliation extends TenantRow {
  @Field(() => ID)
  declare tenantId: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  at!: Date;

  @Field(() => Int, { description: 'How many channels there are.' })
  @Property({ type: 'integer' })
  channels!: number;

  @Field(() => Int, { description: 'How many deliveries ended because they were late.' })
  @Property({ type: 'integer' })
  gaveUp!: number;

  @Field(() => [CounterRepair], { description: 'What was put right; empty when all counters were.' })
  @Property({ type: 'json' })
  repairs!: CounterRepair[];
}
