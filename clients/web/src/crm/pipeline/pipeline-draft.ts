import type { CreatePipelineInput, PipelineStageKind, UpdatePipelineInput } from '../../generated/graphql.ts';
import { readNumber } from '../../money/read-number.ts';

export const stageKinds = ['OPEN', 'WON', 'LOST'] as const satisfies PipelineStageKind[];

/** A stage as it stands in a form; one that is there already has an id. */
export interface StageDraft {
  id: string | null;
  name: string;
  kind: PipelineStageKind;
  /** As it is typed. */
  probability: string;
}

export interface PipelineDraft {
  name: string;
  stages: readonly StageDraft[];
  /** By a stage that goes: where what stands in it is put. */
  moves: Readonly<Record<string, string>>;
}

type GivenStage = Omit<StageDraft, 'id' | 'probability'> & { id?: string; probability: number };

export function draftOfPipeline(name: string, stages: readonly GivenStage[]): PipelineDraft {
  const drafts = stages.map(({ id = null, name, kind, probability }) => ({
    id,
    name,
    kind,
    probability: `${probability}`,
  }));
  return { name, stages: drafts, moves: {} };
}

/** A number from 0 to 100, or nothing where none is typed. */
export function probabilityOf({ probability }: StageDraft): number | undefined {
  const number = readNumber(probability);
  return number !== undefined && Number.isInteger(number) && number >= 0 && number <= 100 ? number : undefined;
}

/** What a draft says, as the graph wants it; its probabilities must be right. */
export function pipelineInputOf({ name, stages }: PipelineDraft): CreatePipelineInput {
  return {
    name: name.trim(),
    stages: stages.map((stage) => ({
      ...{ id: stage.id, name: stage.name.trim(), kind: stage.kind, probability: probabilityOf(stage) ?? 0 },
    })),
  };
}

/** The same for one that is there, with where the opportunities go whose stage goes. */
export function changedPipelineOf(
  draft: PipelineDraft,
  { version, stages }: { version: number; stages: readonly { id: string }[] },
): UpdatePipelineInput {
  const moves = goneOf(draft, stages).flatMap(({ id }) => {
    const to = draft.moves[id];
    return to ? [{ from: id, to }] : [];
  });
  return { version, ...pipelineInputOf(draft), moves };
}

/** The stages that a draft has no longer. */
export function goneOf<Stage extends { id: string }>(draft: PipelineDraft, stages: readonly Stage[]): Stage[] {
  return stages.filter(({ id }) => !draft.stages.some((stage) => stage.id === id));
}
