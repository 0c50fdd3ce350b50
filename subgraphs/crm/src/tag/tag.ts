import { Entity, Enum, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';

export enum TagColour {
  GREY = 'GREY',
  RED = 'RED',
  ORANGE = 'ORANGE',
  YELLOW = 'YELLOW',
  GREEN = 'GREEN',
  TEAL = 'TEAL',
  BLUE = 'BLUE',
  VIOLET = 'VIOLET',
  PINK = 'PINK',
}
registerEnumType(TagColour, { name: 'TagColour' });

export enum TagCarrier {
  CONTACT = 'CONTACT',
  NOTE = 'NOTE',
  ACTIVITY = 'ACTIVITY',
  OPPORTUNITY = 'OPPORTUNITY',
}
registerEnumType(TagCarrier, { name: 'TagCarrier', description: 'What can carry a tag.' });

@ObjectType({ description: 'How many things of one kind carry a tag.' })
export class TagCount {
  @Field(() => TagCarrier)
  kind!: TagCarrier;

  @Field(() => Int)
  count!: number;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'A word by which contacts, notes, activities and opportunities are sorted. It is there as soon as something carries it; VIP and vip are one.',
})
@Unique({ properties: ['tenantId', 'side', 'key'], where: { removedAt: null } })
@Index({ properties: ['tenantId', 'key', 'id'] })
@Entity({ ...ownedBySide })
export class Tag extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: 'As it stands on all that carries it.' })
  @Property({ type: 'text' })
  name!: string;

  /** By what it is known (`keyOfTag`). */
  @Property({ type: 'text' })
  key!: string;

  @Field(() => TagColour)
  @Enum({ items: () => TagColour, type: 'string' })
  colour!: TagColour;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => DateTime)
  declare updatedAt: Date;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

@ObjectType({ description: 'A page of tags.' })
export class TagPage extends PageOf(Tag) {}

/** Where a tag was before it was removed, or became part of another one. */
@Unique({ properties: ['tagId', 'rowId'] })
@Entity({ ...ownedBySide })
export class TagPlace extends SidedRow {
  @Property({ type: 'uuid' })
  tagId!: string;

  /** Its table. */
  @Property({ type: 'text' })
  noun!: string;

  @Property({ type: 'uuid' })
  rowId!: string;

  /** The how manieth of its tags it was. */
  @Property({ type: 'integer' })
  place!: number;

  /** The tag that a merge has put in its place, where that was not there before. */
  @Property({ type: 'uuid', nullable: true })
  insteadId?: string;
}
