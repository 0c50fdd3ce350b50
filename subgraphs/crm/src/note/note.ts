import { Embedded, Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { notePersonal } from '@mycelium/kit/personal-fields';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Actor } from '../actor/actor.ts';
import { SidedRow } from '../side/side.ts';
import { Subject } from '../subject/subject.ts';
import { firstLine } from './markdown.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What somebody wrote down about a contact, or about the tenant itself.' })
@Index({ properties: ['tenantId', 'subject.kind', 'subject.id', 'pinned', 'id'] })
@Index({ properties: ['tenantId', 'pinned', 'id'] })
@Index({ properties: ['tags'], type: 'gin' })
@Entity({ ...ownedBySide })
export class Note extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => Subject, { description: 'What it is about.' })
  @Embedded({ entity: () => Subject })
  subject!: Subject;

  @Field(() => Actor, { description: 'Who wrote it first.' })
  @Embedded({ entity: () => Actor })
  author!: Actor;

  @Field(() => String, {
    description:
      'Markdown. @[Name](user:id) mentions a person of the tenant, who gets a notice; without rendering it still reads as a name.',
  })
  @Property({ type: 'text' })
  content!: string;

  @Field(() => [String], { description: 'In the order in which they were given.' })
  @Property({ type: 'array', columnType: 'text[]' })
  tags: string[] = [];

  @Field(() => Boolean, { description: 'Whether it stands above the others.' })
  @Property({ type: 'boolean' })
  pinned!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When its content was last changed; null if it never was.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  editedAt?: Date | null;

  @Field(() => Actor, { nullable: true, description: 'Who changed its content last.' })
  @Embedded({ entity: () => Actor, nullable: true })
  editedBy?: Actor | null;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  removedAt?: Date | null;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => DateTime)
  declare updatedAt: Date;

  @Field(() => Int, { description: 'Rises with every change; pass it back when you write.' })
  declare version: number;
}

// The log says which note was changed, and its history has the texts: 64 kB twice in an entry would say no more.
notePersonal(Note, 'content', (content) => firstLine(content, 120));

@ObjectType({ description: 'A page of notes.' })
export class NotePage extends PageOf(Note) {}
