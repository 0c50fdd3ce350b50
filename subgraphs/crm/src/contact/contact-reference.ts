import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { Field, InputType, ObjectType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';
import { Contact } from './contact.ts';
import { keyOfReference } from './reference-key.ts';

@InputType('ContactReferenceInput', { description: 'The id of a contact in another system.' })
@ObjectType('ContactReference', { description: 'The id of a contact in another system.' })
export class ContactReference {
  @Field(() => String, {
    description: 'Small letters, digits, dots and hyphens, for example hubspot; at most 40 characters.',
  })
  system!: string;

  @Field(() => String, { description: 'As that system writes it; at most 200 characters.' })
  id!: string;
}

@Unique({ properties: ['tenantId', 'side', 'system', 'externalId'] })
@Entity({ ...ownedBySide, tableName: 'contact_reference' })
export class ContactReferenceRow extends SidedRow {
  @ManyToOne({ entity: () => Contact, ref: true, index: true, deleteRule: 'cascade' })
  contact!: Ref<Contact>;

  @Property({ type: 'text' })
  system!: string;

  @Property({ type: 'text' })
  externalId!: string;
}

/** What other systems call a contact, by system, of one whose references are loaded. */
export function referencesOf({ references }: Contact): ContactReference[] {
  const given = references.getItems().map(({ system, externalId }) => ({ system, id: externalId }));
  return given.toSorted((one, other) => (keyOfReference(one) < keyOfReference(other) ? -1 : 1));
}
