import type { Ref } from '@mikro-orm/core';
import { Embedded, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Actor } from '../actor/actor.ts';
import { SidedRow } from '../side/side.ts';
import { Note } from './note.ts';

@ObjectType('NoteVersion', { description: 'What a note said before it was changed.' })
@Index({ properties: ['note', 'id'] })
@Entity({ ...ownedBySide, tableName: 'note_version' })
export class NoteVersionRow extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @ManyToOne({ entity: () => Note, ref: true, deleteRule: 'cascade' })
  note!: Ref<Note>;

  @Field(() => String, { description: 'Markdown.' })
  @Property({ type: 'text' })
  content!: string;

  @Field(() => Actor, { description: 'Who wrote it.' })
  @Embedded({ entity: () => Actor })
  author!: Actor;

  @Field(() => DateTime, { description: 'When it was written.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  writtenAt!: Date;
}

@ObjectType({ description: 'A page of what a note said before.' })
export class NoteVersionPage extends PageOf(NoteVersionRow) {}
