import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { TableLook } from '../tables/table-look.ts';
import { ImportRowKind, ImportRowState, ImportStatus } from './import-state.ts';

/** What an import of any noun knows of itself. */
@ObjectType()
@Entity({ abstract: true })
export abstract class ImportRecord extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => ID, { description: 'The file that it reads.' })
  @Property({ type: 'uuid' })
  uploadId!: string;

  @Field(() => String, { description: 'What the file is called.' })
  @Property({ type: 'text' })
  fileName!: string;

  @Field(() => ImportStatus)
  @Property({ type: 'text' })
  status!: ImportStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it has failed, as a code: EMPTY_FILE, NO_ROWS, NOT_TEXT, TOO_MANY_ROWS, UNKNOWN_COLUMN, UPLOAD_GONE or INTERNAL.',
  })
  @Property({ type: 'text', nullable: true })
  failure?: string;

  /** How its table is written, once that is known. */
  @Property({ type: 'json', nullable: true })
  look?: TableLook;

  /** By kind of row. */
  @Property({ type: 'json' })
  counts: Partial<Record<ImportRowKind, number>> = {};

  @Property({ type: 'integer' })
  done = 0;

  @Property({ type: 'integer', nullable: true })
  total?: number | null;

  @Field(() => Int, { description: 'How many refusals there are: of rows, and of cells that are left out alone.' })
  @Property({ type: 'integer' })
  refusalCount = 0;

  @Field(() => Int, { description: 'How many warnings there are.' })
  @Property({ type: 'integer' })
  warningCount = 0;

  @Field(() => Int, { description: 'How many rows were written.' })
  @Property({ type: 'integer' })
  writtenCount = 0;

  @Field(() => Int, {
    description: 'How many rows an undo left, or left in part, since what they wrote was used or changed since.',
  })
  @Property({ type: 'integer' })
  stayedCount = 0;

  @Field(() => DateTime)
  declare createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was applied to its end.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  appliedAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when it can be undone.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  undoUntil?: Date;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  undoneAt?: Date;

  /** When its rows are forgotten. */
  @Index()
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  expiresAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  declare version: number;
}

/** What any import knows of a row. */
@ObjectType()
@Entity({ abstract: true })
export abstract class ImportRowRecord extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'uuid' })
  importId!: string;

  @Field(() => Int, { description: 'The line of the file on which it begins.' })
  @Property({ type: 'integer' })
  line!: number;

  @Field(() => ImportRowKind)
  @Property({ type: 'text' })
  kind!: ImportRowKind;

  @Field(() => ImportRowState)
  @Property({ type: 'text' })
  state!: ImportRowState;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was refused when it was to be written, or was not undone: CHANGED_SINCE or USED_SINCE.',
  })
  @Property({ type: 'text', nullable: true })
  reason?: string;

  /** What it is written to. */
  @Property({ type: 'uuid', nullable: true })
  nounId?: string;

  /** Its version when it was planned, and then as it was written. */
  @Property({ type: 'integer', nullable: true })
  nounVersion?: number;

  @Field(() => Int, { nullable: true, description: 'The line of the earlier row that it is the same as.' })
  @Property({ type: 'integer', nullable: true })
  ofLine?: number;

  /** Rows that were made beside it. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  addedIds: string[] = [];
}

/** Something that is not as it should be with a row or with one of its cells. */
@Entity({ abstract: true })
export abstract class ImportFindingRecord extends TenantRow {
  @Property({ type: 'uuid' })
  importId!: string;

  @Property({ type: 'integer' })
  line!: number;

  /** Its place among those of its line. */
  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'boolean' })
  isWarning!: boolean;

  @Property({ type: 'boolean' })
  isOfRow!: boolean;

  @Property({ type: 'text', nullable: true })
  column?: string;

  @Property({ type: 'text' })
  reason!: string;
}
