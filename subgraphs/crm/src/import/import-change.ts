import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType } from 'type-graphql';
import { Import } from './import.ts';

@ObjectType({
  implements: Change,
  description:
    'An import went on: while it is written or undone, once for each batch, and then the list of contacts has changed too.',
})
export class ImportChange extends Change {
  @Field(() => ID)
  importId!: string;

  @Field(() => Import, { nullable: true, description: 'Its current state.' })
  import?: Import;
}
