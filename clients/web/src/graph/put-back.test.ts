import { type GraphQLFieldMap, type GraphQLNamedType, getNamedType, isObjectType } from 'graphql';
import { expect, test, vi } from 'vitest';
import { areas } from '../shell/areas.ts';
import { api, playGraph } from './play-graph.ts';

const rules = areas.flatMap(({ cache = [] }) => cache);
const things = rules.flatMap((rule) => Object.entries(rule.things ?? {}));
const named = new Set(rules.flatMap(({ on = {} }) => Object.keys(on)));

/** A mutation or a feed that answers a thing, or has it right inside under a name. */
interface Bringing {
  name: string;
  answer: GraphQLNamedType;
  under?: string;
}

const fieldsOf = (type: unknown): GraphQLFieldMap<unknown, unknown> => (isObjectType(type) ? type.getFields() : {});
const changes = [api.getMutationType(), api.getSubscriptionType()].flatMap((root) => Object.values(fieldsOf(root)));

/** All that the cache is told of and that brings a thing of this type. */
function bringing(type: string): Bringing[] {
  return changes
    .filter(({ name }) => named.has(name))
    .flatMap(({ name, type: its }): Bringing[] => {
      const answer = getNamedType(its);
      if (answer.name === type) return [{ name, answer }];
      const under = Object.values(fieldsOf(answer)).find((field) => getNamedType(field.type).name === type)?.name;
      return under ? [{ name, answer, under }] : [];
    });
}

/** Something that a thing says of itself beside its id. */
function factOf(type: string): { name: string; value: unknown } {
  const values: Record<string, unknown> = { String: 'said', Int: 1, Boolean: true };
  for (const { name, type: its, args } of Object.values(fieldsOf(api.getType(type)))) {
    const value = values[String(its).replace(/!$/, '')];
    if (args.length === 0 && value !== undefined) return { name, value };
  }
  throw new Error(`${type} says nothing that this test could give.`);
}

const brought = things.filter(([, type]) => bringing(type).length > 0);

test('nearly everything that is asked for by its id is brought by something', () => {
  expect(brought.length).toBeGreaterThan(things.length * 0.9);
});

test.each(brought)(
  'what %s has answered that there is none is there as soon as something brings it',
  async (field, type) => {
    const fact = factOf(type);
    for (const { name, answer, under } of bringing(type)) {
      const thing = { __typename: type, id: '1' };
      const world: Record<string, unknown> = { [field]: null };
      const { show, follow } = playGraph(api, world, rules);
      const shown = await show(`query One($id: ID!) { ${field}(id: $id) { id ${fact.name} } }`, { id: '1' });
      expect(shown()).toEqual({ [field]: null });
      const tell = follow(`subscription { ${name} { ${under ? `${under} { id }` : 'id'} } }`);
      world[field] = { ...thing, [fact.name]: fact.value };
      tell({ [name]: under ? { __typename: answer.name, [under]: thing } : thing });
      await vi.waitFor(() => expect(shown()).toMatchObject({ [field]: { id: '1' } }), { interval: 5 });
    }
  },
);
