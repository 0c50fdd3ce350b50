import { Embedded, Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { Sealed } from '@mycelium/kit/sealed';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { Actor } from '../actor/actor.ts';
import { SidedRow } from '../side/side.ts';

/** What of a contact is one thing, so that merging must choose. */
export enum MergeField {
  KIND = 'KIND',
  NAME = 'NAME',
  COMPANY = 'COMPANY',
  ROLE = 'ROLE',
  DEPARTMENT = 'DEPARTMENT',
  OWNER = 'OWNER',
  BIRTHDAY = 'BIRTHDAY',
  ADDRESSES = 'ADDRESSES',
  MAILS = 'MAILS',
  PHONES = 'PHONES',
}
registerEnumType(MergeField, {
  name: 'MergeField',
  valuesConfig: {
    MAILS: { description: 'All are kept; it says whose come first, and so which one is the main one.' },
    PHONES: { description: 'All are kept; it says whose come first, and so which one is the main one.' },
  },
});

@InputType({ description: 'Whose value is taken.' })
export class MergeChoiceInput {
  @Field(() => MergeField)
  field!: MergeField;

  @Field(() => ID, { description: 'One of the contacts that are merged.' })
  contactId!: string;
}

@InputType({ description: 'A contact as one has seen it.' })
export class ContactVersionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType({ description: 'Something that came to the primary contact after a merge, and stayed with it.' })
export class MergeLeft {
  @Field(() => String, {
    description:
      'A field of the contact, or note, activity, timeline_entry, partner, opportunity_contact, contact_reference, contact_mail or contact_phone.',
  })
  what!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Several contacts became one. It can be undone for 30 days.' })
@Index({ properties: ['tenantId', 'primaryId', 'id'] })
@Entity({ ...ownedBySide })
export class Merge extends SidedRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID, { description: 'The contact that stayed.' })
  @Property({ type: 'uuid' })
  primaryId!: string;

  @Field(() => [ID], { description: 'Those that became part of it; they go on resolving to it.' })
  @Property({ type: 'array', columnType: 'uuid[]' })
  otherIds!: string[];

  @Field(() => Actor, { description: 'Who merged them.' })
  @Embedded({ entity: () => Actor })
  actor!: Actor;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  mergedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Set once it was undone.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  undoneAt?: Date;

  @Field(() => [MergeLeft], {
    description: 'What came since the merge, and stayed with the primary contact when it was undone.',
  })
  @Property({ type: 'json' })
  left: MergeLeft[] = [];

  /** The primary contact before and after, as JSON. */
  @Sealed()
  @Property({ type: 'text' })
  sealedStates!: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}

/** Where a row was before a merge moved it. */
@Index({ properties: ['mergeId', 'noun'] })
@Entity({ ...ownedBySide })
export class MergeMove extends SidedRow {
  @Property({ type: 'uuid' })
  mergeId!: string;

  /** Its table. */
  @Property({ type: 'text' })
  noun!: string;

  @Property({ type: 'uuid' })
  rowId!: string;

  @Property({ type: 'uuid' })
  fromId!: string;
}

/** How many become part of one at a time. */
const MOST_OTHERS = 20;

export const mergeSchema = z.object({
  otherIds: z
    .array(z.uuid('A contact is named by a UUID'))
    .min(1, 'Name another contact')
    .max(MOST_OTHERS, 'At most 20'),
  choices: z
    .array(z.object({ field: z.enum(MergeField), contactId: z.string() }))
    .max(50, 'Choose each once')
    .nullish(),
  versions: z
    .array(z.object({ id: z.string(), version: z.number().int() }))
    .max(50, 'Name each once')
    .nullish(),
});
