import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { SidedRow } from '../side/side.ts';
import { DuplicateRank } from './rank.ts';

registerEnumType(DuplicateRank, {
  name: 'DuplicateRank',
  description: 'How sure it is that two contacts are one.',
  valuesConfig: {
    DUPLICATE: { description: 'The same mailbox or line, and names that are alike.' },
    LIKELY: { description: 'Names that are nearly the same, or the same mailbox and line under other names.' },
    SHARED: { description: 'A mailbox or a line that several have; they are not one because of it.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Two contacts that may be one.' })
@Unique({ properties: ['one', 'other'] })
@Index({ properties: ['tenantId', 'isOpen', 'order', 'id'] })
@Entity({ ...ownedBySide })
export class Duplicate extends SidedRow {
  @Field(() => ID)
  declare id: string;

  /** The one whose id comes first. */
  @ManyToOne({ entity: () => Contact, ref: true, index: true, deleteRule: 'cascade' })
  one!: Ref<Contact>;

  @ManyToOne({ entity: () => Contact, ref: true, index: true, deleteRule: 'cascade' })
  other!: Ref<Contact>;

  @Field(() => DuplicateRank)
  @Enum({ items: () => DuplicateRank, type: 'string' })
  rank!: DuplicateRank;

  /** By what the list is in order, the surest first. */
  @Property({ type: 'integer' })
  order!: number;

  @Field(() => Boolean, { description: 'Whether they have the same mailbox, which is no office such as info@.' })
  @Property({ type: 'boolean' })
  sameMail!: boolean;

  @Field(() => Boolean, { description: 'Whether they have the same phone number, however it is written.' })
  @Property({ type: 'boolean' })
  samePhone!: boolean;

  @Field(() => Float, { description: 'How alike their names are, from 0 to 1.' })
  @Property({ type: 'double' })
  likeness!: number;

  @Field(() => ID, { nullable: true, description: 'Who said that they are not the same; they are not offered again.' })
  @Property({ type: 'uuid', nullable: true })
  dismissedBy?: string | null;

  /** Whether it is offered: nobody has said that they are not the same, and both are there. */
  @Property({ type: 'boolean' })
  isOpen!: boolean;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}

@ObjectType({ description: 'A page of contacts that may be one.' })
export class DuplicatePage extends PageOf(Duplicate) {}
