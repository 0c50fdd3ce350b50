import { expect, test } from 'vitest';
import { inOrder, type Operation, operationState, standingOf } from './operations.ts';

const operation = (name: string, more: Partial<Operation> = {}): Operation => ({
  __typename: 'RegisteredOperation',
  id: name,
  name,
  documentId: `sha256:${name}`,
  kind: 'QUERY',
  text: '',
  rootFields: [],
  status: 'APPROVED',
  reason: null,
  expiresAt: null,
  cost: 1,
  scopes: [],
  problems: [],
  ...more,
});
const problem = {
  __typename: 'OperationProblem' as const,
  kind: 'UNFIT' as const,
  message: 'No such field.',
  scope: null,
};

test('what would be refused comes first, then what waits, and what has ended comes last', () => {
  const given = [
    operation('ended', { expiresAt: '2020-01-01T00:00:00.000Z' }),
    operation('approved'),
    operation('rejected', { status: 'REJECTED' }),
    operation('waiting', { status: 'PENDING', problems: [problem] }),
    operation('broken', { problems: [problem] }),
    operation('approved too'),
  ];
  expect(inOrder(given).map(({ name }) => name)).toEqual([
    'broken',
    'waiting',
    'approved',
    'approved too',
    'rejected',
    'ended',
  ]);
  expect(standingOf(operation('later', { expiresAt: '2100-01-01T00:00:00.000Z' }))).toBe('APPROVED');
});

test.each([
  [{}, 'ok', 'APPROVED'],
  [{ problems: [problem] }, 'failing', 'broken'],
  [{ status: 'PENDING' }, 'waiting', 'PENDING'],
  [{ status: 'PENDING', problems: [problem] }, 'attention', 'PENDING'],
  [{ status: 'REJECTED' }, 'off', 'REJECTED'],
  [{ expiresAt: '2020-01-01T00:00:00.000Z', problems: [problem] }, 'off', 'ended'],
] as const)('an operation of which is known %o', (more, state, word) => {
  expect(operationState(operation('one', { ...more, problems: 'problems' in more ? [problem] : [] }))).toEqual({
    state,
    word,
  });
});
