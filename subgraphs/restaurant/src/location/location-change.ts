import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Location } from './location.ts';

export enum LocationChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  CLOSED = 'CLOSED',
  REOPENED = 'REOPENED',
}
registerEnumType(LocationChangeKind, { name: 'LocationChangeKind' });

@ObjectType({ implements: Change, description: 'A location was opened, changed, closed or reopened.' })
export class LocationChange extends Change {
  @Field(() => LocationChangeKind)
  kind!: LocationChangeKind;

  @Field(() => ID)
  locationId!: string;

  @Field(() => Location, { nullable: true, description: 'Its current state.' })
  location?: Location;
}
