import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { EventActor } from '../event-job/event-job.ts';

@ObjectType({ description: 'A counter that differed from the events in the channel, and was corrected.' })
export class CounterRepair {
  @Field(() => String)
  source!: string;

  @Field(() => String)
  target!: string;

  @Field(() => String, { description: 'pending, retrying, or stored: given up and kept.' })
  counter!: string;

  @Field(() => Int)
  said!: number;

  @Field(() => Int)
  is!: number;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'What was found when the counters of a tenant were compared with the events in its channels.',
})
@Index({ properties: ['tenantId', 'at'] })
@Entity({ ...ownedByTenant })
export class Reconciliation extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  declare tenantId: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  at!: Date;

  @Field(() => Int, { description: 'How many channels there are.' })
  @Property({ type: 'integer' })
  channels!: number;

  @Field(() => Int, { description: 'How many deliveries timed out.' })
  @Property({ type: 'integer' })
  gaveUp!: number;

  @Field(() => [CounterRepair], { description: 'What was corrected; empty if all counters were right.' })
  @Property({ type: 'json' })
  repairs!: CounterRepair[];

  @Field(() => EventActor, { nullable: true, description: 'Who requested it; null if it was automatic.' })
  @Property({ type: 'json', nullable: true })
  by?: EventActor;
}

@ObjectType({ description: 'A page of comparisons, newest first.' })
export class ReconciliationPage extends PageOf(Reconciliation) {}
