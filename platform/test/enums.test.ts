import { readFileSync } from 'node:fs';
import { subgraphNames } from '@mycelium/schema/roster';
import { type EnumTypeDefinitionNode, Kind, parse } from 'graphql';
import { expect, test } from 'vitest';

test('an enum that several subgraphs have is the same one in each: composition would give all of them the values of all', () => {
  const known = new Map<string, string>();
  const differ = subgraphNames.flatMap((subgraph) =>
    enumsOf(subgraph).filter(({ name, values = [] }) => {
      const said = values.map((each) => each.name.value).sort();
      const earlier = known.get(name.value) ?? said.join();
      known.set(name.value, earlier);
      return said.join() !== earlier;
    }),
  );
  expect(differ.map(({ name }) => name.value)).toEqual([]);
  expect(known.size).toBeGreaterThan(50);
});

function enumsOf(subgraph: string): EnumTypeDefinitionNode[] {
  const sdl = readFileSync(new URL(`../../schema/subgraphs/${subgraph}.graphql`, import.meta.url), 'utf8');
  return parse(sdl).definitions.filter((each) => each.kind === Kind.ENUM_TYPE_DEFINITION);
}
