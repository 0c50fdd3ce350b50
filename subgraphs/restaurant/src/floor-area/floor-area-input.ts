import { nameOf } from '@mycelium/kit/name';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

const SIZE = 'From 200 to 4,000.';

@InputType({ description: 'A new area of a floor, placed last.' })
export class CreateFloorAreaInput {
  @Field(() => ID)
  locationId!: string;

  @Field(() => String, { description: 'At most 40 characters.' })
  name!: string;

  @Field(() => Int, { defaultValue: 1_600, description: SIZE })
  width!: number;

  @Field(() => Int, { defaultValue: 1_000, description: SIZE })
  height!: number;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateFloorAreaInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'At most 40 characters.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: `${SIZE} Its tables must fit into it.` })
  width?: number | null;

  @Field(() => Int, { nullable: true, description: `${SIZE} Its tables must fit into it.` })
  height?: number | null;

  @Field(() => Int, { nullable: true, description: 'From 0: its place among those of its location.' })
  position?: number | null;
}

const size = z.number().int().min(200, 'At least 200').max(4_000, 'At most 4,000');
const facts = { name: nameOf(40, 'Give it a name'), width: size, height: size };
const named = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((given) => given ?? undefined);

export const createAreaSchema = z.object({ ...facts, locationId: z.string() });

export const updateAreaSchema = z.object({
  version: z.number().int(),
  name: named(facts.name),
  width: named(size),
  height: named(size),
  position: named(z.number().int().min(0, 'Counts from 0').max(1_000, 'At most 1,000')),
});
