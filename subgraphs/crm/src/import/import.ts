import { Embedded, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { ImportFindingRecord, ImportRecord, ImportRowRecord } from '@mycelium/kit/imports/import-record';
import { PageOf } from '@mycelium/kit/page';
import { Sealed } from '@mycelium/kit/sealed';
import type { DateOrder } from '@mycelium/kit/tables/date-cells';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Actor } from '../actor/actor.ts';
import { Side } from '../side/side.ts';
import type { GivenOptions } from './import-input.ts';
import type { ImportedField } from './import-view.ts';
import type { Meanings } from './meaning.ts';

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Contacts from a file: first a plan of what each row becomes, which stays until it is applied or expires after seven days, then what was written, which can be undone for 30 days.',
})
@Index({ properties: ['tenantId', 'id'] })
@Entity({ ...ownedBySide })
export class Import extends ImportRecord {
  @Field(() => Side, { description: 'Whose book it stands in.' })
  @Enum({ items: () => Side, type: 'string' })
  side!: Side;

  @Field(() => Actor, { description: 'Who planned it.' })
  @Embedded({ entity: () => Actor })
  actor!: Actor;

  /** What the columns were found to mean, after what was said of them. */
  @Property({ type: 'json', nullable: true })
  meanings?: Meanings;

  /** By column. */
  @Property({ type: 'json', nullable: true })
  dateOrders?: (DateOrder | null)[];

  /** By which numbers without a country code are read. */
  @Field(() => String, {
    nullable: true,
    description: 'The country of numbers without a country code, as two letters of ISO 3166.',
  })
  @Property({ type: 'text', nullable: true })
  country?: string;

  /** What was said of the file, and how its rows are to be taken. */
  @Property({ type: 'json' })
  given!: GivenOptions;

  /** The first cells of each column, as JSON. */
  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedSamples?: string;
}

@ObjectType({ description: 'A row of an import, with what it becomes.' })
@Unique({ properties: ['importId', 'line'] })
@Index({ properties: ['importId', 'kind', 'line', 'id'] })
@Index({
  name: 'import_row_that_stayed',
  expression: `create index import_row_that_stayed on crm.import_row (import_id, line, id) where state = 'STAYED'`,
})
@Index({
  name: 'import_row_of_noun',
  expression: 'create index import_row_of_noun on crm.import_row (import_id, noun_id) where noun_id is not null',
})
@Entity({ ...ownedBySide })
export class ImportRow extends ImportRowRecord {
  /** Without an index of its own: its rows are looked for by their import. */
  @Property({ type: 'uuid' })
  declare tenantId: string;

  @Enum({ items: () => Side, type: 'string' })
  side!: Side;

  @Field(() => String, { nullable: true, description: 'What the contact is called; null where nothing names it.' })
  @Property({ type: 'text', nullable: true })
  name?: string;

  /** What an undo left, since somebody had changed it: values of ImportedField. */
  @Property({ type: 'array', columnType: 'text[]', nullable: true })
  keptFields?: ImportedField[];

  /** What it is before and after, as JSON. */
  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedPlan?: string;

  /** Its cells as they were read, of a row with refusals. */
  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedCells?: string;
}

@ObjectType({ description: 'A page of the rows of an import, by line.' })
export class ImportRowPage extends PageOf(ImportRow) {}

@ObjectType({ description: 'A page of imports, newest first.' })
export class ImportPage extends PageOf(Import) {}

/** What is not as it should be with a row or a cell. */
@Unique({ properties: ['importId', 'isWarning', 'line', 'position'] })
@Entity({ ...ownedBySide })
export class ImportFinding extends ImportFindingRecord {
  @Enum({ items: () => Side, type: 'string' })
  side!: Side;

  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedValue?: string;
}

/** By what a row of an import is found by a later one that is the same. */
@Entity({ ...ownedBySide })
export class ImportKey {
  @PrimaryKey({ type: 'uuid' })
  importId!: string;

  /** A blind index, or a digest of a name. */
  @PrimaryKey({ type: 'text' })
  key!: string;

  @PrimaryKey({ type: 'integer' })
  line!: number;

  @Property({ type: 'uuid' })
  tenantId!: string;

  @Enum({ items: () => Side, type: 'string' })
  side!: Side;
}
