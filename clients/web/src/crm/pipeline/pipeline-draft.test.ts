import { expect, test } from 'vitest';
import { changedPipelineOf, draftOfPipeline, goneOf, probabilityOf } from './pipeline-draft.ts';

const pipeline = {
  ...{ name: 'Catering', version: 4 },
  stages: [
    { id: 'a', name: 'New', kind: 'OPEN' as const, probability: 10 },
    { id: 'b', name: 'Talks', kind: 'OPEN' as const, probability: 40 },
  ],
};
const draft = draftOfPipeline(pipeline.name, pipeline.stages);

test('a stage that was left out goes, and only then says where what stands in it goes', () => {
  const [first, second] = draft.stages;
  const moves = { a: 'b', b: 'a' };
  if (!first || !second) throw new Error('It has two stages.');
  const without = { ...draft, stages: [second, { ...first, id: null, name: ' Tasting ' }], moves };
  expect(goneOf(without, pipeline.stages).map(({ id }) => id)).toEqual(['a']);
  expect(changedPipelineOf(without, pipeline)).toEqual({
    ...{ version: 4, name: 'Catering', moves: [{ from: 'a', to: 'b' }] },
    stages: [
      { id: 'b', name: 'Talks', kind: 'OPEN', probability: 40 },
      { id: null, name: 'Tasting', kind: 'OPEN', probability: 10 },
    ],
  });
});

test.each([
  ['10', 10],
  ['0', 0],
  ['100', 100],
  ['101', undefined],
  ['-1', undefined],
  ['12.5', undefined],
  ['likely', undefined],
  ['', undefined],
])('a probability of %j is %j', (probability, expected) => {
  expect(probabilityOf({ id: null, name: 'New', kind: 'OPEN', probability })).toBe(expected);
});
