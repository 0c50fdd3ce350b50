import { nameOf } from '@mycelium/kit/name';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Side } from '../side/side.ts';
import { StageKind } from './pipeline.ts';

const MOST_STAGES = 20;
const STAGES = `From the first to the last, at most ${MOST_STAGES}; each kind is among them.`;

@InputType({ description: 'A stage of a pipeline.' })
export class PipelineStageInput {
  @Field(() => ID, { nullable: true, description: 'Of a stage that is there already; left out, it is a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'At most 60 characters.' })
  name!: string;

  @Field(() => StageKind, { nullable: true, description: 'Left out, OPEN.' })
  kind?: StageKind | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How likely what is here is won, from 0 to 100 percent. WON is always 100, and LOST 0.',
  })
  probability?: number | null;
}

@InputType({ description: 'Where the opportunities of a stage that goes away are put.' })
export class StageMoveInput {
  @Field(() => ID, { description: 'The stage that goes away.' })
  from!: string;

  @Field(() => ID, { description: 'A stage of the same kind that stays.' })
  to!: string;
}

@InputType({ description: 'A new pipeline.' })
export class CreatePipelineInput {
  @Field(() => Side, {
    nullable: true,
    description: "Whose book it is for; left out, the platform's for its staff, and the tenant's for everybody else.",
  })
  side?: Side | null;

  @Field(() => String, { description: 'At most 100 characters.' })
  name!: string;

  @Field(() => [PipelineStageInput], {
    nullable: true,
    description: `${STAGES} Left out, five that suit most, in English.`,
  })
  stages?: PipelineStageInput[] | null;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdatePipelineInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  name?: string | null;

  @Field(() => [PipelineStageInput], {
    nullable: true,
    description: `All of them. ${STAGES} One with opportunities only goes when \`moves\` says where they go, and keeps its kind.`,
  })
  stages?: PipelineStageInput[] | null;

  @Field(() => [StageMoveInput], { nullable: true, description: 'Where the opportunities of stages that go are put.' })
  moves?: StageMoveInput[] | null;
}

const name = nameOf(100, 'Give it a name');
const MOST_LIKELY = 100;

const stage = z
  .object({
    id: z.uuid('A stage is named by a UUID').nullish(),
    name: nameOf(60, 'Give the stage a name'),
    kind: z
      .enum(StageKind)
      .nullish()
      .transform((kind) => kind ?? StageKind.OPEN),
    probability: z
      .number()
      .int()
      .min(0, 'From 0 to 100 percent')
      .max(MOST_LIKELY, 'From 0 to 100 percent')
      .nullish()
      .transform((probability) => probability ?? 0),
  })
  .transform((given) => ({ ...given, probability: fixed[given.kind] ?? given.probability }));

const fixed: Partial<Record<StageKind, number>> = { [StageKind.WON]: MOST_LIKELY, [StageKind.LOST]: 0 };

const stages = z
  .array(stage)
  .max(MOST_STAGES, `At most ${MOST_STAGES} stages`)
  .refine((all) => Object.values(StageKind).every((kind) => all.some((each) => each.kind === kind)), {
    message: 'A pipeline has a stage of each kind',
    params: { reason: 'STAGE_MISSING' },
  })
  .refine((all) => new Set(all.map(({ id }) => id ?? Symbol('new'))).size === all.length, 'Name each stage once');

const most: StageDraft[] = [
  { name: 'New', kind: StageKind.OPEN, probability: 10 },
  { name: 'In talks', kind: StageKind.OPEN, probability: 40 },
  { name: 'Offer made', kind: StageKind.OPEN, probability: 70 },
  { name: 'Won', kind: StageKind.WON, probability: MOST_LIKELY },
  { name: 'Lost', kind: StageKind.LOST, probability: 0 },
];

/** A stage as it is wanted; with an id it is one that is there already. */
export interface StageDraft {
  id?: string | null;
  name: string;
  kind: StageKind;
  probability: number;
}

export const createPipelineSchema = z.object({
  side: z.enum(Side).nullish(),
  name,
  stages: stages.nullish().transform((given): StageDraft[] => given ?? most),
});

export const updatePipelineSchema = z.object({
  version: z.number().int(),
  name: name.nullish(),
  stages: stages.nullish(),
  moves: z
    .array(z.object({ from: z.string(), to: z.string() }))
    .max(MOST_STAGES, 'Name each stage once')
    .nullish()
    .transform((given) => given ?? []),
});
