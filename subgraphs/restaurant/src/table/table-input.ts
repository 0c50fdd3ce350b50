import { nameOf } from '@mycelium/kit/name';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { TableShape } from './table.ts';

const NAME = 'At most 12 characters, once on a floor.';
const SEATS = 'From 1 to 100.';
const EDGE = 'From 0; all of the table lies on the plan of its area.';
const SIZE = 'From 40 to 2,000.';
const ROTATION = 'In degrees clockwise, from 0 to 359.';

@InputType({ description: 'A new table of an area.' })
export class CreateTableInput {
  @Field(() => ID)
  areaId!: string;

  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => Int, { description: SEATS })
  seats!: number;

  @Field(() => TableShape, { defaultValue: TableShape.RECTANGLE })
  shape!: TableShape;

  @Field(() => Int, { description: EDGE })
  x!: number;

  @Field(() => Int, { description: EDGE })
  y!: number;

  @Field(() => Int, { defaultValue: 160, description: SIZE })
  width!: number;

  @Field(() => Int, { defaultValue: 160, description: SIZE })
  height!: number;

  @Field(() => Int, { defaultValue: 0, description: ROTATION })
  rotation!: number;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateTableInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => ID, { nullable: true, description: 'An area of the same location.' })
  areaId?: string | null;

  @Field(() => String, { nullable: true, description: NAME })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: SEATS })
  seats?: number | null;

  @Field(() => TableShape, { nullable: true })
  shape?: TableShape | null;

  @Field(() => Int, { nullable: true, description: EDGE })
  x?: number | null;

  @Field(() => Int, { nullable: true, description: EDGE })
  y?: number | null;

  @Field(() => Int, { nullable: true, description: SIZE })
  width?: number | null;

  @Field(() => Int, { nullable: true, description: SIZE })
  height?: number | null;

  @Field(() => Int, { nullable: true, description: ROTATION })
  rotation?: number | null;
}

const edge = z.number().int().min(0, 'From 0').max(4_000, 'At most 4,000');
const size = z.number().int().min(40, 'At least 40').max(2_000, 'At most 2,000');
const facts = {
  name: nameOf(12, 'Give it a name'),
  seats: z.number().int().min(1, 'At least 1').max(100, 'At most 100'),
  shape: z.enum(TableShape),
  ...{ x: edge, y: edge, width: size, height: size },
  rotation: z.number().int().min(0, 'From 0').max(359, 'At most 359'),
};
const named = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((given) => given ?? undefined);

export const createTableSchema = z.object({ ...facts, areaId: z.string() });

export const updateTableSchema = z.object({
  version: z.number().int(),
  areaId: named(z.string()),
  ...{ name: named(facts.name), seats: named(facts.seats), shape: named(facts.shape) },
  ...{ x: named(edge), y: named(edge), width: named(size), height: named(size) },
  rotation: named(facts.rotation),
});

export const guestsSchema = z.number().int().min(1, 'At least 1').max(500, 'At most 500');
