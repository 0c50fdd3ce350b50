import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Note } from './note.ts';

export enum NoteChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
}
registerEnumType(NoteChangeKind, { name: 'NoteChangeKind' });

@ObjectType({ implements: Change, description: 'A note was written or restored, changed or removed.' })
export class NoteChange extends Change {
  @Field(() => NoteChangeKind)
  kind!: NoteChangeKind;

  @Field(() => ID)
  noteId!: string;

  @Field(() => Note, { nullable: true, description: 'Its current state; null if it is gone.' })
  note?: Note;
}
