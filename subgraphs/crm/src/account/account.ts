import { Entity, Enum, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';
import { AccountStage } from './account-stage.ts';
import type { Heard } from './hear-signs.ts';
import { AccountReason, ReasonCode } from './reason.ts';

/** For sorting: what has never been comes first, and what is not planned comes last. */
export const NEVER = new Date(0);
export const NOT_PLANNED = new Date('9999-01-01T00:00:00Z');

@Directive('@key(fields: "id")')
@ObjectType({
  description: "What the platform's staff keep about a tenant as their customer. One for each tenant, made by itself.",
})
@Unique({ properties: ['tenantId'] })
@Index({ properties: ['health', 'id'] })
@Index({ properties: ['name', 'id'] })
@Index({ properties: ['codes'], type: 'gin' })
@Entity({ ...ownedBySide })
export class Account extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID)
  declare tenantId: string;

  @Field(() => String, { description: "The tenant's." })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { description: "The tenant's." })
  @Property({ type: 'text' })
  slug!: string;

  @Field(() => AccountStage)
  @Enum({ items: () => AccountStage, type: 'string' })
  stage!: AccountStage;

  @Field(() => ID, { nullable: true, description: "Who of the platform's staff looks after it, by user id." })
  @Property({ type: 'uuid', nullable: true })
  ownerId?: string | null;

  @Field(() => Int, { description: 'From 0 to 100, which is well: 100 less the weights of the reasons.' })
  @Property({ type: 'integer' })
  health!: number;

  @Field(() => [AccountReason], { description: 'Why it is not 100, the heaviest first.' })
  @Property({ type: 'json' })
  reasons!: AccountReason[];

  /** The codes of the reasons, by which lists are narrowed. */
  @Property({ type: 'array', columnType: 'text[]' })
  codes!: ReasonCode[];

  /** What each subgraph said last, and when. */
  @Property({ type: 'json' })
  heard!: Heard;

  @Field(() => DateTime, { nullable: true, description: 'When all was last looked at; null if it never was.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  checkedAt?: Date | null;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  lastContactAt!: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  nextStepAt!: Date;

  @Property({ type: 'uuid', nullable: true })
  nextStepId?: string | null;

  @Field(() => Int, { description: 'How much the staff have to do about it.' })
  @Property({ type: 'integer' })
  openCount!: number;

  @Field(() => Int, { description: 'How much of that is overdue.' })
  @Property({ type: 'integer' })
  overdueCount!: number;

  @Field(() => DateTime, { description: 'Since when the platform has known the tenant as a customer.' })
  declare createdAt: Date;

  @Field(() => Int, { description: 'Rises with every change of stage and owner; pass it back when you write.' })
  declare version: number;
}

@ObjectType({ description: 'A page of accounts.' })
export class AccountPage extends PageOf(Account) {}
