import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Contact } from './contact.ts';

export enum ContactChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
}
registerEnumType(ContactChangeKind, { name: 'ContactChangeKind' });

@ObjectType({ implements: Change, description: 'A contact was created or restored, changed or removed.' })
export class ContactChange extends Change {
  @Field(() => ContactChangeKind)
  kind!: ContactChangeKind;

  @Field(() => ID)
  contactId!: string;

  @Field(() => Contact, { nullable: true, description: 'Its current state; null if it is gone.' })
  contact?: Contact;
}
