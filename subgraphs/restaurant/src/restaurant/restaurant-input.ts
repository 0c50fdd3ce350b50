import { nameOf } from '@mycelium/kit/name';
import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';

@InputType({ description: 'A new brand.' })
export class CreateRestaurantInput {
  @Field(() => String, { description: 'At most 120 characters.' })
  name!: string;
}

@InputType({ description: 'What to change.' })
export class UpdateRestaurantInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { description: 'At most 120 characters.' })
  name!: string;
}

const name = nameOf(120, 'Give it a name');

export const createRestaurantSchema = z.object({ name });
export const updateRestaurantSchema = z.object({ version: z.number().int(), name });
