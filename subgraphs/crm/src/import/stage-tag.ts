import { keyOfTag } from '../tag/tag-key.ts';

const STAGE = 'stage: ';

/** How far somebody is in another program, as a tag: stages here are those of opportunities, and a contact has none. */
export function stageTag(stage: string): string {
  return STAGE + stage;
}

const isStage = (tag: string): boolean => keyOfTag(tag).startsWith(STAGE);

/** The tags of a contact and those that are added, so that it is in one stage: in its own, unless that is to be replaced. */
export function withOneStage(
  known: readonly string[],
  more: readonly string[],
  isReplaced: boolean,
): [string[], string[]] {
  const isLeftOut = (list: readonly string[], other: readonly string[]): string[] =>
    other.some(isStage) ? list.filter((tag) => !isStage(tag)) : [...list];
  return isReplaced ? [isLeftOut(known, more), [...more]] : [[...known], isLeftOut(more, known)];
}
