import { Field, ObjectType } from 'type-graphql';

/** A part of a long table, as text. */
@ObjectType()
export abstract class CsvPage {
  @Field(() => String, { description: 'RFC 4180 with a header row; no cell is read as a formula.' })
  csv!: string;

  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Pass this back as `after` to get the next page.' })
  endCursor?: string;
}
