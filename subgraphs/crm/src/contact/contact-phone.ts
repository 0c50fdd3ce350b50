import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { Sealed } from '@mycelium/kit/sealed';
import { Field, ObjectType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';
import { Contact } from './contact.ts';

@ObjectType('ContactPhone', { description: 'A phone number of a contact.' })
@Index({ properties: ['tenantId', 'phoneIndex'] })
@Index({ properties: ['tenantId', 'lastFourIndex'] })
@Index({ properties: ['tenantId', 'lineIndex'] })
@Entity({ ...ownedBySide, tableName: 'contact_phone' })
export class ContactPhoneRow extends SidedRow {
  /** Without an index of its own: others begin with it. */
  @Property({ type: 'uuid' })
  declare tenantId: string;

  @ManyToOne({ entity: () => Contact, ref: true, index: true, deleteRule: 'cascade' })
  contact!: Ref<Contact>;

  @Property({ type: 'integer' })
  position!: number;

  @Field(() => String, { nullable: true, description: 'For example mobile.' })
  @Property({ type: 'text', nullable: true })
  label?: string;

  /** The number itself, without its extension: it is what is compared. */
  @Sealed({ phoneIndex: 'phone', lastFourIndex: 'phone-last-four', lineIndex: 'same-line' })
  @Property({ type: 'text' })
  sealedValue!: string;

  @Property({ type: 'text', nullable: true })
  phoneIndex?: string;

  @Property({ type: 'text', nullable: true })
  lastFourIndex?: string;

  @Property({ type: 'text', nullable: true })
  lineIndex?: string;

  @Field(() => String, { nullable: true, description: 'What is dialled after it.' })
  @Property({ type: 'text', nullable: true })
  extension?: string;

  @Field(() => Boolean, {
    description: 'Whether it can be dialled as it stands; a number whose country is not known is kept as it was typed.',
  })
  @Property({ type: 'boolean' })
  isInternational!: boolean;
}
