import { BigIntType, Collection, type Ref } from '@mikro-orm/core';
import { Embedded, Entity, Index, ManyToOne, OneToMany, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { Money } from '@mycelium/kit/money';
import { PageOf } from '@mycelium/kit/page';
import { DateTime, MinorUnits } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { Pipeline, PipelineStage } from '../pipeline/pipeline.ts';
import { SidedRow } from '../side/side.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Business that may come about: with whom, for how much, how far it is.' })
@Index({ properties: ['stage', 'rank', 'id'] })
@Index({ properties: ['tenantId', 'closeOrder', 'id'] })
@Index({ properties: ['tenantId', 'pipeline', 'closeOrder', 'id'] })
@Index({ properties: ['tenantId', 'amountOrder', 'id'] })
@Index({ properties: ['tenantId', 'ownerId'] })
@Index({ properties: ['tenantId', 'pipeline', 'closedAt', 'id'] })
@Index({ properties: ['tags'], type: 'gin' })
@Entity({ ...ownedBySide })
export class Opportunity extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  title!: string;

  @ManyToOne({ entity: () => Pipeline, ref: true })
  pipeline!: Ref<Pipeline>;

  @ManyToOne({ entity: () => PipelineStage, ref: true })
  stage!: Ref<PipelineStage>;

  @Field(() => MinorUnits, {
    description: 'Its place in its stage: the smaller, the higher. Only the order means something.',
  })
  @Property({ type: new BigIntType('number') })
  rank!: number;

  @Field(() => Money, { nullable: true, description: 'What it is worth.' })
  @Embedded({ entity: () => Money, prefix: false, nullable: true })
  amount?: Money | null;

  @Field(() => String, {
    nullable: true,
    description: 'The day on which it is expected to be won, for example 2026-12-24.',
  })
  @Property({ type: 'date', nullable: true })
  expectedClose?: string | null;

  /** By which lists are sorted; what is not expected comes last. */
  @Property({ type: 'date' })
  closeOrder!: string;

  /** By which lists are sorted; what has no amount comes last. */
  @Property({ type: new BigIntType('number') })
  amountOrder!: number;

  @Field(() => ID, { nullable: true, description: 'The person of the tenant who looks after it.' })
  @Property({ type: 'uuid', nullable: true })
  ownerId?: string | null;

  @Field(() => [String], { description: 'In the order in which they were given.' })
  @Property({ type: 'array', columnType: 'text[]' })
  tags: string[] = [];

  @Field(() => DateTime, { nullable: true, description: 'When it was won or lost; null while it is open.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  closedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was won or lost.' })
  @Property({ type: 'text', nullable: true })
  reason?: string | null;

  @OneToMany({ entity: () => OpportunityContact, mappedBy: 'opportunity' })
  links = new Collection<OpportunityContact>(this);

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => DateTime)
  declare updatedAt: Date;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

/** With whom an opportunity is. */
@Unique({ properties: ['opportunity', 'contact'] })
@Entity({ ...ownedBySide })
export class OpportunityContact extends SidedRow {
  @ManyToOne({ entity: () => Opportunity, ref: true })
  opportunity!: Ref<Opportunity>;

  @ManyToOne({ entity: () => Contact, ref: true, index: true })
  contact!: Ref<Contact>;

  @Property({ type: 'integer' })
  position!: number;
}

@ObjectType({ description: 'A page of opportunities.' })
export class OpportunityPage extends PageOf(Opportunity) {}
