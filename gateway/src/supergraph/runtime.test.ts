import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { compose } from '../../test/bistro/bistro.ts';
import { refusals } from '../operation/access.ts';
import { prepareOperation } from '../operation/prepare.ts';
import { buildRuntime, type Runtime } from './runtime.ts';

const url = 'http://127.0.0.1:1';
const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

function coordinates(runtime: Runtime, query: string, scopes: string[] = [], policies: string[] = []): string[] {
  const operation = prepareOperation(runtime, query);
  if (!('guarded' in operation)) throw operation[0];
  return refusals({ kind: 'user', id: 'u', scopes }, operation.guarded, () => policies).map(({ message }) => message);
}

it('reads who may see what, under whatever name the directives were imported', () => {
  const runtime = buildRuntime(
    compose([
      {
        name: 'a',
        url,
        sdl: `${link('{ name: "@requiresScopes", as: "@needs" }, "@authenticated", "@policy"')}
          type Query { a: A open: Int ruled: Int @policy(policies: [["p"]]) }
          type A @needs(scopes: [["a:read", "a:more"], ["all"]]) { b: Int }`,
      },
    ]),
  );
  expect(coordinates(runtime, '{ open }')).toEqual([]);
  expect(coordinates(runtime, '{ a { b } }', ['a:read'])).toEqual(['You may not see Query.a.', 'You may not see A.b.']);
  expect(coordinates(runtime, '{ a { b } }', ['a:read', 'a:more'])).toEqual([]);
  expect(coordinates(runtime, '{ a { b } }', ['all'])).toEqual([]);
  expect(coordinates(runtime, '{ ruled }', ['p'])).toEqual(['You may not see Query.ruled.']);
  expect(coordinates(runtime, '{ ruled }', [], ['q'])).toEqual(['You may not see Query.ruled.']);
  expect(coordinates(runtime, '{ ruled }', [], ['p'])).toEqual([]);
});

it('asks on an interface for what each of its types asks', () => {
  const runtime = buildRuntime(
    compose([
      {
        name: 'a',
        url,
        sdl: `${link('"@requiresScopes"')}
          type Query { things: [Thing!]! }
          interface Thing { id: ID! price: Int }
          type Free implements Thing { id: ID! price: Int }
          type Dear implements Thing { id: ID! price: Int @requiresScopes(scopes: [["money"]]) }`,
      },
    ]),
  );
  expect(coordinates(runtime, '{ things { id ... on Free { price } } }')).toEqual([]);
  expect(coordinates(runtime, '{ things { price } }')).toEqual(['You may not see Thing.price.']);
  expect(coordinates(runtime, '{ things { ... on Dear { price } } }')).toEqual(['You may not see Dear.price.']);
  expect(coordinates(runtime, '{ things { price } }', ['money'])).toEqual([]);
});

it('knows the fields whose answer depends on the person', () => {
  const runtime = buildRuntime(
    compose([
      {
        name: 'a',
        url,
        sdl: `${link('"@composeDirective"')}
          @link(url: "https://mycelium.example/viewer/v1.0", import: ["@viewerSpecific"])
          @composeDirective(name: "@viewerSpecific")
          directive @viewerSpecific on FIELD_DEFINITION
          type Query { a: A }
          type A { mine: Int @viewerSpecific ours: Int }`,
      },
    ]),
  );
  expect(prepareOperation(runtime, '{ a { mine } }')).toMatchObject({ viewerSpecific: true });
  expect(prepareOperation(runtime, '{ a { ours } }')).toMatchObject({ viewerSpecific: false });
});

it('takes our own supergraph', async () => {
  const sdl = await readFile(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const runtime = buildRuntime(sdl);
  expect([...runtime.routingUrls.keys()].sort()).toEqual(expect.arrayContaining(['restaurant', 'tenants']));
  expect(runtime.api.getQueryType()?.getFields().signingKeys).toBeUndefined();
});

it('refuses a supergraph that is none', () => {
  expect(() => buildRuntime('type Query { a: Int }')).toThrow();
});

it('keeps what is known of small operations within the same bounds as of large ones', () => {
  const runtime = buildRuntime(compose([{ name: 'a', url, sdl: 'type Query { a: Int }' }]));
  const [small] = Array.from({ length: 10_000 }, (_, index) => {
    const query = `{a${index}:a}`;
    const operation = prepareOperation(runtime, query);
    return { query, operation };
  });
  expect(runtime.operations.size).toBeLessThan(5_000);
  expect(prepareOperation(runtime, small?.query ?? '')).not.toBe(small?.operation);
});
