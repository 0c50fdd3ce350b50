import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';

export enum StageKind {
  OPEN = 'OPEN',
  WON = 'WON',
  LOST = 'LOST',
}
registerEnumType(StageKind, {
  name: 'PipelineStageKind',
  description: 'What it means for an opportunity to be in a stage.',
  valuesConfig: {
    OPEN: { description: 'It is still being worked on.' },
    WON: { description: 'It is closed, and was won.' },
    LOST: { description: 'It is closed, and was lost for a reason.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'The way of opportunities from the first word to won or lost.' })
@Index({ properties: ['tenantId', 'name', 'id'] })
@Entity({ ...ownedBySide })
export class Pipeline extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => Int, { description: 'Rises with every change, also of its stages; pass it back when you write.' })
  declare version: number;
}

@ObjectType({ description: 'A column of a pipeline.' })
@Entity({ ...ownedBySide })
export class PipelineStage extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @ManyToOne({ entity: () => Pipeline, ref: true, index: true })
  pipeline!: Ref<Pipeline>;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => StageKind)
  @Enum({ items: () => StageKind, type: 'string' })
  kind!: StageKind;

  @Field(() => Int, { description: 'How likely what is here is won, in percent.' })
  @Property({ type: 'integer' })
  probability!: number;

  @Property({ type: 'integer' })
  position!: number;
}

@ObjectType({ description: 'A page of pipelines.' })
export class PipelinePage extends PageOf(Pipeline) {}
