import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { Sealed } from '@mycelium/kit/sealed';
import { Field, ObjectType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';
import { Contact } from './contact.ts';

@ObjectType('ContactMail', { description: 'An e-mail address of a contact.' })
@Index({ properties: ['tenantId', 'mailIndex'] })
@Index({ properties: ['tenantId', 'domainIndex'] })
@Index({ properties: ['tenantId', 'mailboxIndex'] })
@Entity({ ...ownedBySide, tableName: 'contact_mail' })
export class ContactMailRow extends SidedRow {
  /** Without an index of its own: others begin with it. */
  @Property({ type: 'uuid' })
  declare tenantId: string;

  @ManyToOne({ entity: () => Contact, ref: true, index: true, deleteRule: 'cascade' })
  contact!: Ref<Contact>;

  @Property({ type: 'integer' })
  position!: number;

  @Field(() => String, { nullable: true, description: 'For example work.' })
  @Property({ type: 'text', nullable: true })
  label?: string;

  @Sealed({ mailIndex: 'email', domainIndex: 'email-domain', mailboxIndex: 'same-mailbox' })
  @Property({ type: 'text' })
  sealedValue!: string;

  @Property({ type: 'text' })
  mailIndex!: string;

  @Property({ type: 'text' })
  domainIndex!: string;

  @Property({ type: 'text', nullable: true })
  mailboxIndex?: string;

  /** An office's, such as info@: that two have it does not say that they are the same. */
  @Property({ type: 'boolean', default: false })
  isOffice = false;
}
