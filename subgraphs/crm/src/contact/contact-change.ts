import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Contact } from './contact.ts';

export enum ContactChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
  IMPORTED = 'IMPORTED',
}
registerEnumType(ContactChangeKind, {
  name: 'ContactChangeKind',
  valuesConfig: {
    IMPORTED: {
      description:
        'Many were imported, or an import of many was undone; this is the last of them, so load the list again.',
    },
  },
});

@ObjectType({ implements: Change, description: 'A contact was created or restored, changed, removed or imported.' })
export class ContactChange extends Change {
  @Field(() => ContactChangeKind)
  kind!: ContactChangeKind;

  @Field(() => ID)
  contactId!: string;

  @Field(() => Contact, { nullable: true, description: 'Its current state; null if it is gone.' })
  contact?: Contact;
}
