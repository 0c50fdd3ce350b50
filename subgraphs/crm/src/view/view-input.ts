import { nameOf } from '@mycelium/kit/name';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Side } from '../side/side.ts';
import { CrmList } from './saved-view.ts';
import { viewQuerySchema } from './view-query.ts';

const QUERY = 'What follows the ? in the address of the list; at most 2,000 characters.';
const SHARED = 'Whether all colleagues see it. Only its author makes a shared one their own again.';

@InputType({ description: 'A new saved view; it comes last.' })
export class CreateViewInput {
  @Field(() => Side, {
    nullable: true,
    description: "Whose book it is for; left out, the platform's for its staff, and the tenant's for everybody else.",
  })
  side?: Side | null;

  @Field(() => CrmList)
  list!: CrmList;

  @Field(() => String, { description: 'At most 60 characters.' })
  name!: string;

  @Field(() => String, { description: QUERY })
  query!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether all colleagues see it.' })
  isShared!: boolean;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateViewInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'At most 60 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: QUERY })
  query?: string | null;

  @Field(() => Boolean, { nullable: true, description: SHARED })
  isShared?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'The view of the same list that it comes before from now on.' })
  before?: string | null;
}

const name = nameOf(60, 'Give it a name');

export const createViewSchema = z.object({
  side: z.enum(Side).nullish(),
  list: z.enum(CrmList),
  name,
  query: viewQuerySchema,
  isShared: z.boolean(),
});

export const updateViewSchema = z.object({
  version: z.number().int(),
  name: name.nullish(),
  query: viewQuerySchema.nullish(),
  isShared: z.boolean().nullish(),
});
