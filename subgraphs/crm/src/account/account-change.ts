import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType } from 'type-graphql';
import { Account } from './account.ts';

@ObjectType({
  implements: Change,
  description: 'An account was made, given to somebody or put into another stage, or it is doing better or worse.',
})
export class AccountChange extends Change {
  @Field(() => ID)
  accountId!: string;

  @Field(() => Account, { nullable: true, description: 'Its current state.' })
  account?: Account;
}
