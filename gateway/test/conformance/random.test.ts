import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { operationFrom } from './random-operation.ts';
import { richGraph } from './rich.ts';

it('any valid operation is answered as one schema would, at once and in parts', async () => {
  const graph = richGraph();
  const outcome = await fc.check(
    fc.asyncProperty(
      fc.array(fc.nat(720), { minLength: 10, maxLength: 240, size: 'max' }),
      fc.boolean(),
      async (tape, x) => {
        const query = operationFrom(graph.api, tape);
        const asked = { variables: { x } };
        const given = await graph.ask(query, asked).catch((error) => {
          // Aliases are drawn blindly, and may collide in ways that GraphQL forbids.
          if (error instanceof GraphQLError && error.extensions.code === 'GRAPHQL_VALIDATION_FAILED') return undefined;
          throw error;
        });
        fc.pre(given !== undefined);
        const wanted = await graph.expected(query, asked);
        expect(JSON.stringify(given?.data), query).toBe(JSON.stringify(wanted.data));
        expect([query, (given?.errors.length ?? 0) > 0]).toEqual([query, wanted.errors.length > 0]);
        if (!query.includes('@defer')) return;
        const { whole, parts, errors } = await graph.together(query, asked);
        expect([query, errors.length > 0]).toEqual([query, wanted.errors.length > 0]);
        // A null that the whole answer carries further up stops at a deferred fragment.
        if (errors.length > 0 && parts.some(({ data }) => data === null)) return;
        expect([query, whole]).toEqual([query, JSON.parse(JSON.stringify(wanted.data))]);
      },
    ),
    { interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false, numRuns: 400, maxSkipsPerRun: 50 },
  );
  expect(outcome.failed, fc.defaultReportMessage(outcome)).toBe(false);
  expect(outcome.numRuns).toBeGreaterThan(20);
});
