import { nameOf } from '@mycelium/kit/name';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { guestsSchema } from '../table/table-input.ts';

@InputType({ description: 'Guests who wait for a table.' })
export class JoinWaitlistInput {
  @Field(() => ID)
  locationId!: string;

  @Field(() => String, { description: 'By which they are called, at most 60 characters.' })
  name!: string;

  @Field(() => Int, { description: 'How many they are, from 1 to 500.' })
  size!: number;

  @Field(() => Int, { description: 'How many minutes they were quoted, from 0 to 600.' })
  quotedMinutes!: number;

  @Field(() => String, { nullable: true, description: 'At which they can be reached, at most 40 characters.' })
  phone?: string | null;
}

export const joinSchema = z.object({
  locationId: z.string(),
  name: nameOf(60, 'Give a name'),
  size: guestsSchema,
  quotedMinutes: z.number().int().min(0, 'From 0').max(600, 'At most 600'),
  phone: nameOf(40, 'A phone number is not empty').nullish(),
});
