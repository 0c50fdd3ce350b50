import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType } from 'type-graphql';
import { Invitation } from '../invitation/invitation.ts';
import { Membership } from './membership.ts';

@ObjectType({
  implements: Change,
  description: 'Somebody was invited, joined, changed roles or left; either a membership or an invitation.',
})
export class PeopleChange extends Change {
  @Field(() => ID, { nullable: true })
  membershipId?: string;

  @Field(() => Membership, { nullable: true, description: 'Its current state; null if it is gone.' })
  membership?: Membership;

  @Field(() => ID, { nullable: true })
  invitationId?: string;

  @Field(() => Invitation, { nullable: true, description: 'Its current state.' })
  invitation?: Invitation;
}
