import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { Field, Int, ObjectType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';
import { AccountReason } from './reason.ts';

@ObjectType({ description: 'How an account was doing on one day.' })
@Unique({ properties: ['tenantId', 'date'] })
@Entity({ ...ownedBySide })
export class AccountDay extends SidedRow {
  @Field(() => String, { description: 'In UTC, for example 2026-12-24.' })
  @Property({ type: 'date' })
  date!: string;

  @Field(() => Int, { description: 'As it was at the end of the day, or is now.' })
  @Property({ type: 'integer' })
  health!: number;

  @Field(() => [AccountReason], { description: 'Why it was not 100, the heaviest first.' })
  @Property({ type: 'json' })
  reasons!: AccountReason[];
}
