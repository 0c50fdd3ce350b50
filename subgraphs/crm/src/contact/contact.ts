import { Collection } from '@mikro-orm/core';
import { Embeddable, Embedded, Entity, Enum, Index, OneToMany, Property } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { CsvPage } from '@mycelium/kit/csv-page';
import { PageOf } from '@mycelium/kit/page';
import { Sealed } from '@mycelium/kit/sealed';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';
import { ContactMailRow } from './contact-mail.ts';
import { ContactPhoneRow } from './contact-phone.ts';
import { ContactReferenceRow } from './contact-reference.ts';

export enum ContactKind {
  PERSON = 'PERSON',
  ORGANISATION = 'ORGANISATION',
  USER = 'USER',
}
registerEnumType(ContactKind, {
  name: 'ContactKind',
  valuesConfig: { USER: { description: 'Somebody who is to work here; with a department they are announced to HR.' } },
});

@ObjectType({ description: 'A contact must not be written to or called.' })
@Embeddable()
export class DoNotContact {
  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever said so.' })
  @Property({ type: 'text', nullable: true })
  reason?: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  since!: Date;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'A person or an organisation that the tenant deals with: a supplier, a partner, somebody of its staff.',
})
@Index({ properties: ['tenantId', 'name', 'id'] })
@Index({ properties: ['tenantId', 'id'] })
@Index({ properties: ['tenantId', 'ownerId'] })
@Entity({ ...ownedBySide })
export class Contact extends SidedRow {
  /** Without an index of its own: others begin with it. */
  @Property({ type: 'uuid' })
  declare tenantId: string;

  @Field(() => ID)
  declare id: string;

  @Field(() => ContactKind)
  @Enum({ items: () => ContactKind, type: 'string' })
  kind!: ContactKind;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The organisation that they belong to.' })
  @Property({ type: 'text', nullable: true })
  company?: string;

  @Field(() => String, { nullable: true, description: 'What they do there, for example purchasing.' })
  @Property({ type: 'text', nullable: true })
  role?: string;

  @Field(() => String, { nullable: true, description: 'Where somebody who is to work here will work.' })
  @Property({ type: 'text', nullable: true })
  department?: string;

  @Field(() => [String], { description: 'In the order in which they were given.' })
  @Property({ type: 'array', columnType: 'text[]' })
  tags: string[] = [];

  @Field(() => ID, { nullable: true, description: 'The person of the tenant who looks after them.' })
  @Property({ type: 'uuid', nullable: true })
  ownerId?: string;

  @Field(() => String, { nullable: true, description: 'What HR answered when it took them on.' })
  @Index()
  @Property({ type: 'text', nullable: true })
  onboardingId?: string;

  @Field(() => DoNotContact, { nullable: true, description: 'Set if they must not be written to or called.' })
  @Embedded({ entity: () => DoNotContact, nullable: true })
  doNotContact?: DoNotContact | null;

  /** Their addresses as JSON. */
  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedAddresses?: string | null;

  /** The day as ISO 8601, or without its year as --03-09. */
  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedBirthday?: string | null;

  @OneToMany({ entity: () => ContactMailRow, mappedBy: 'contact', orderBy: { position: 'asc' }, orphanRemoval: true })
  mails = new Collection<ContactMailRow>(this);

  @OneToMany({ entity: () => ContactPhoneRow, mappedBy: 'contact', orderBy: { position: 'asc' }, orphanRemoval: true })
  phones = new Collection<ContactPhoneRow>(this);

  @OneToMany({ entity: () => ContactReferenceRow, mappedBy: 'contact', orphanRemoval: true })
  references = new Collection<ContactReferenceRow>(this);

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  /** The contact that it has become part of. */
  @Property({ type: 'uuid', nullable: true })
  mergedIntoId?: string;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => DateTime)
  declare updatedAt: Date;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

@ObjectType({ description: 'A page of contacts.' })
export class ContactPage extends PageOf(Contact) {}

@ObjectType({
  description:
    'Contacts as a table that can be imported again: what does not fit into its columns stands in the last one. Addresses and numbers are masked without the permission pii:read.',
})
export class ContactExport extends CsvPage {}

@ObjectType({ description: 'All that the CRM keeps of one person.' })
export class ContactRecord {
  @Field(() => String, { description: 'What a file of it may be called.' })
  fileName!: string;

  @Field(() => String, {
    description:
      'JSON: the contact, and each kind of thing that belongs to it, newest first; of each at most the newest 5,000.',
  })
  json!: string;
}
