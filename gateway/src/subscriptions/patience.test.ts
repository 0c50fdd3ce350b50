import { expect, it } from 'vitest';
import type { DataSources } from './complete.ts';
import { withPatience } from './patience.ts';

type Options = Parameters<DataSources[string]['process']>[0];
const options = { request: { query: '{ a }' } } as Options;

it('takes a subgraph that does not answer to be away, and no other', async () => {
  const { quick, hangs } = withPatience(
    { quick: { process: async () => ({ data: { a: 1 } }) }, hangs: { process: () => new Promise(() => {}) } },
    20,
  );
  await expect(hangs?.process(options)).rejects.toMatchObject({
    extensions: { code: 'UNAVAILABLE', service: 'hangs' },
  });
  expect(await quick?.process(options)).toEqual({ data: { a: 1 } });
});
