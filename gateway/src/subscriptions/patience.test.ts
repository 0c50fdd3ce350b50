import { OperationTypeNode } from 'graphql';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { withPatience } from './patience.ts';

const call = { query: '{ a }', variables: {}, kind: OperationTypeNode.QUERY };
const context = {
  viewer: { kind: 'anonymous' as const, id: '', scopes: [] },
  correlationId: 'test',
  log: pino({ level: 'silent' }),
  open: true,
};

it('takes a subgraph that does not answer to be away, and no other', async () => {
  const sources = withPatience(
    new Map([
      ['quick', async () => ({ data: { a: 1 } })],
      ['hangs', () => new Promise<never>(() => {})],
    ]),
    20,
  );
  await expect(sources.get('hangs')?.(call, context)).rejects.toMatchObject({
    extensions: { code: 'UNAVAILABLE', service: 'hangs' },
  });
  expect(await sources.get('quick')?.(call, context)).toEqual({ data: { a: 1 } });
});
