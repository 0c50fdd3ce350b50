import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType } from 'type-graphql';
import { Restaurant } from './restaurant.ts';

@ObjectType({ implements: Change, description: 'A brand was added, renamed, closed or reopened.' })
export class RestaurantChange extends Change {
  @Field(() => ID)
  restaurantId!: string;

  @Field(() => Restaurant, { nullable: true, description: 'Its current state.' })
  restaurant?: Restaurant;
}
