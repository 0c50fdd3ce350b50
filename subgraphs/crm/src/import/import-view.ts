import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ContactField } from './meaning.ts';

@ObjectType({ description: 'A column of the file, and what it was found or said to mean.' })
export class ImportColumn {
  @Field(() => String, {
    description: 'As the file names it, each differently: a repeated name has its count, and a missing one its place.',
  })
  name!: string;

  @Field(() => ContactField, { nullable: true, description: 'What it says about a contact; null if it is left out.' })
  field?: ContactField;

  @Field(() => String, { nullable: true, description: 'Columns of one address or number have the same.' })
  group?: string;

  @Field(() => String, { nullable: true, description: 'What the address or number is called.' })
  label?: string;

  @Field(() => Boolean, {
    description:
      'Whether a contact has a place for it; what has none is read and left out, such as who may see it elsewhere.',
  })
  isKept!: boolean;

  @Field(() => [String], { description: 'Its first cells; addresses and numbers are masked without pii:read.' })
  samples!: string[];
}

@ObjectType({ description: 'What is wrong with a row, or with one of its cells, which is then left out alone.' })
export class ImportRefusal {
  @Field(() => String, { description: 'Pass this back as `after` to get those behind it.' })
  cursor!: string;

  @Field(() => Int, { description: 'The line of the file on which the row begins.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'The column; null for the row as a whole.' })
  column?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What stands there; an address or a number is masked without pii:read.',
  })
  value?: string;

  @Field(() => String, { description: 'Why, as a code, for example PHONE_LOST_BY_SPREADSHEET.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Whether the whole row is refused because of it.' })
  isOfRow!: boolean;
}

/** What of a contact a row of an import may change. */
export const ImportedField = {
  KIND: 'kind',
  NAME: 'name',
  COMPANY: 'company',
  ROLE: 'role',
  DEPARTMENT: 'department',
  OWNER: 'ownerId',
  TAGS: 'tags',
  MAILS: 'mails',
  PHONES: 'phones',
  ADDRESSES: 'addresses',
  BIRTHDAY: 'birthday',
  REFERENCES: 'references',
  DO_NOT_CONTACT: 'doNotContact',
  NOTE: 'note',
} as const;
export type ImportedField = (typeof ImportedField)[keyof typeof ImportedField];
registerEnumType(ImportedField, { name: 'ImportedField', description: 'What of a contact an import may write.' });

@ObjectType({ description: 'What a row changes of a contact.' })
export class ImportRowValue {
  @Field(() => ImportedField)
  field!: ImportedField;

  @Field(() => [String], {
    description: 'What it is now; empty for nothing. Addresses, numbers and birthdays are masked without pii:read.',
  })
  before!: string[];

  @Field(() => [String], { description: 'What it becomes.' })
  after!: string[];
}
