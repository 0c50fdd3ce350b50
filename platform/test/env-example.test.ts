import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aloneVariables } from '@mycelium/gateway/settings/env';
import { variablesOf } from '@mycelium/kit/serve';
import { subgraphNames } from '@mycelium/schema/roster';
import { expect, test } from 'vitest';
import { platformVariables, root } from '../src/env.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

const processes: [string, string[]][] = [
  ['the platform', ['PORT', ...Object.keys(platformVariables)]],
  ['a gateway alone', Object.keys(aloneVariables)],
  ...subgraphNames.map((name): [string, string[]] => [`the subgraph ${name}`, Object.keys(variablesOf(name))]),
];

test.each(processes)('.env.example names every variable of %s', (_, variables) => {
  const named = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
  expect(variables.filter((name) => !named.has(name))).toEqual([]);
});

test('.env.example names no variable that nobody reads', () => {
  const known = new Set(processes.flatMap(([, variables]) => variables));
  const named = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test.each(subgraphNames)('the README names every variable of the subgraph %s', (name) => {
  const text = read('README.md');
  const variables = Object.keys(variablesOf(name)).map((each) =>
    each.replace(/^SUBGRAPH_[A-Z]+_URL$/, 'SUBGRAPH_<NAME>_URL'),
  );
  expect(variables.filter((variable) => !text.includes(`\`${variable}\``))).toEqual([]);
});
