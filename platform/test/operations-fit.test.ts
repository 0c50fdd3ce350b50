import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphOf } from '@mycelium/schema/inspect-document';
import { expect, test } from 'vitest';
import { committedOperations, misfits } from '../src/operations-fit.ts';

const root = join(import.meta.dirname, '../..');
const documents = {
  'sha256:0123456789abcdef': 'query Menu { dishes { name price } }',
  'sha256:fedcba9876543210': 'subscription Prices { priceChanged { price } }',
};

test('a registered operation that the schema would refuse is named, with its client and the reason', () => {
  const of = (sdl: string) => graphOf(sdl, sdl);
  const before = of(
    'type Query { dishes: [Dish!]! } type Subscription { priceChanged: Dish! } type Dish { name: String! price: Int! }',
  );
  expect(misfits(before, 'signage', documents)).toEqual([]);
  const after = of(
    'type Query { dishes(menu: ID!): [Dish!]! } type Subscription { priceChanged: Dish! } type Dish { name: String! cost: Int! }',
  );
  expect(misfits(after, 'signage', documents)).toEqual([
    expect.stringMatching(/^signage Menu \(sha256:01234567…\): .*Cannot query field "price" on type "Dish"/),
    expect.stringMatching(/^signage Menu .*"menu" of type "ID!" is required/),
    expect.stringMatching(/^signage Prices .*Cannot query field "price"/),
  ]);
});

test('a field that leaves the graph names our own operations and those of the partner', () => {
  const [api, supergraph] = ['api', 'supergraph'].map((name) =>
    readFileSync(join(root, `schema/${name}.graphql`), 'utf8'),
  );
  const operations = committedOperations();
  const broken = (sdl = '') => {
    const graph = graphOf(sdl, supergraph ?? '');
    return [...operations].flatMap(([client, texts]) => misfits(graph, client, texts).map((line) => [client, line]));
  };
  expect(broken(api)).toEqual([]);
  const clients = broken(api?.replaceAll('  price: Money!\n', '  priceNow: Money!\n')).map(([client]) => client);
  expect(new Set(clients)).toEqual(new Set(['web', 'signage', 'partner-example']));
});

test('the check refuses a file from the running graph with an operation that would break', () => {
  const folder = mkdtempSync(join(tmpdir(), 'operations-'));
  const file = join(folder, 'persisted-documents.json');
  const check = (text: string) => {
    writeFileSync(file, JSON.stringify({ 'sha256:0123456789abcdef': text }));
    const main = join(root, 'platform/src/operations-fit.ts');
    return spawnSync(process.execPath, ['--import', '@mycelium/database/typescript', main, file], {
      cwd: root,
      encoding: 'utf8',
    });
  };
  expect(check('query Me { viewer { id } }')).toMatchObject({ status: 0, stdout: '' });
  expect(check('query Pay { viewer { salary } }')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/Pay \(sha256:01234567…\): Line 1, column 22: Cannot query field "salary"/),
  });
  rmSync(folder, { recursive: true });
});
