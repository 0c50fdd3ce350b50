import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Venue } from './venue.ts';

export enum VenueChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  CLOSED = 'CLOSED',
  REOPENED = 'REOPENED',
}
registerEnumType(VenueChangeKind, { name: 'VenueChangeKind', description: 'What happened to a venue.' });

@ObjectType({ implements: Change, description: 'A venue was created, changed, closed or reopened.' })
export class VenueChange extends Change {
  @Field(() => VenueChangeKind)
  kind!: VenueChangeKind;

  @Field(() => ID)
  venueId!: string;

  @Field(() => Venue, { nullable: true, description: 'Its current state.' })
  venue?: Venue;
}
