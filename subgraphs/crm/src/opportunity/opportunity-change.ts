import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Opportunity } from './opportunity.ts';

export enum OpportunityChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  MOVED = 'MOVED',
  REMOVED = 'REMOVED',
}
registerEnumType(OpportunityChangeKind, {
  name: 'OpportunityChangeKind',
  valuesConfig: { MOVED: { description: 'To another stage, or to another place in its stage.' } },
});

@ObjectType({
  implements: Change,
  description: 'An opportunity was created or restored, changed, moved or removed.',
})
export class OpportunityChange extends Change {
  @Field(() => OpportunityChangeKind)
  kind!: OpportunityChangeKind;

  @Field(() => ID)
  opportunityId!: string;

  @Field(() => Opportunity, { nullable: true, description: 'Its current state; null if it is gone.' })
  opportunity?: Opportunity;
}
