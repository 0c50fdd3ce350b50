import { Invalid } from '@mycelium/kit/errors';
import { nameOf } from '@mycelium/kit/name';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Channel } from '../channel.ts';
import { KitchenSound } from './kitchen-sound.ts';

const SECONDS = 'From 1 to 86,400; a ticket is late no sooner than it has waited long.';

@InputType({ description: 'A new station of a kitchen, placed last.' })
export class CreateKitchenStationInput {
  @Field(() => ID)
  locationId!: string;

  @Field(() => String, { description: 'At most 40 characters.' })
  name!: string;

  @Field(() => Int, { defaultValue: 480, description: SECONDS })
  warnAfterSeconds!: number;

  @Field(() => Int, { defaultValue: 900, description: SECONDS })
  lateAfterSeconds!: number;

  @Field(() => KitchenSound, { defaultValue: KitchenSound.BELL })
  sound!: KitchenSound;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateKitchenStationInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'At most 40 characters.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: SECONDS })
  warnAfterSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: SECONDS })
  lateAfterSeconds?: number | null;

  @Field(() => KitchenSound, { nullable: true })
  sound?: KitchenSound | null;

  @Field(() => Int, { nullable: true, description: 'From 0: its place among those of its location.' })
  position?: number | null;
}

@InputType({ description: 'A section of the menu, or one item: one of the two.' })
export class KitchenRouteInput {
  @Field(() => ID, { nullable: true })
  sectionId?: string | null;

  @Field(() => ID, { nullable: true })
  itemId?: string | null;

  @Field(() => [Channel], { defaultValue: [], description: 'The channels that it is for; empty, all of them.' })
  channels!: Channel[];
}

const seconds = z.number().int().min(1, 'At least 1 second').max(86_400, 'At most a day');
const facts = { name: nameOf(40, 'Give it a name'), warnAfterSeconds: seconds, lateAfterSeconds: seconds };
const named = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((given) => given ?? undefined);

export const createStationSchema = z.object({ ...facts, sound: z.enum(KitchenSound), locationId: z.string() });

export const updateStationSchema = z.object({
  version: z.number().int(),
  name: named(facts.name),
  warnAfterSeconds: named(seconds),
  lateAfterSeconds: named(seconds),
  sound: named(z.enum(KitchenSound)),
  position: named(z.number().int().min(0, 'Counts from 0').max(1_000, 'At most 1,000')),
});

const MOST_ROUTES = 200;

export const routesSchema = z
  .array(
    z
      .object({
        sectionId: z.uuid('A section is named by a UUID').nullish(),
        itemId: z.uuid('An item is named by a UUID').nullish(),
        channels: z.array(z.enum(Channel)).transform((all) => [...new Set(all)]),
      })
      .refine(({ sectionId, itemId }) => (sectionId == null) !== (itemId == null), 'Name a section or an item'),
  )
  .max(MOST_ROUTES, `At most ${MOST_ROUTES} routes`);

/** Throws unless the first limit comes no later than the second. */
export function checkLimits({
  warnAfterSeconds: warn,
  lateAfterSeconds: late,
}: {
  warnAfterSeconds: number;
  lateAfterSeconds: number;
}): void {
  if (warn > late)
    throw new Invalid('A ticket is late no sooner than it has waited long.', ['input', 'lateAfterSeconds'], {
      reason: 'TOO_SMALL',
      limit: warn,
    });
}
