import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';
import { mirrorRegistry } from './registry.ts';

const APPLICATION = `mutation ($input: RegisterApplicationInput!) { registerApplication(input: $input) { name isBuiltIn } }`;
const TYPE = `mutation ($input: RegisterEventTypeInput!) { registerEventType(input: $input) { name version targets } }`;
const PUBLISH = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId eventType targets } }`;

const heated = {
  name: 'oven.heated',
  description: 'An oven is hot.',
  source: 'kitchen_robot',
  targets: ['ORDERING'],
  aliases: ['oven_heated'],
  payloadSchema: { type: 'object', properties: { degrees: { type: 'integer', minimum: 100 } }, required: ['degrees'] },
};

let testing: TestSubgraph;
let owner: TestViewer;

beforeAll(async () => {
  testing = await testSubgraph(events);
  owner = testing.as(person('OWNER'));
});
afterAll(() => testing.close());

test('the suite and the ecosystem are there, with what each publishes and receives', async () => {
  const { applications } = await owner.run<{
    applications: { name: string; publishes: string[]; consumes: string[] }[];
  }>('{ applications { name publishes consumes isBuiltIn } }');
  expect(applications).toHaveLength(12);
  const find = (name: string) => applications.find((each) => each.name === name);
  expect(find('hr')?.publishes).toEqual(['employee.updated', 'benefits.updated', 'acknowledgment']);
  expect(find('hr')?.consumes).toEqual(expect.arrayContaining(['credit.allocated', 'user.created', 'security.alert']));
  expect(find('SMP')?.consumes).toContain('menu_item.added');
});

test('an application and its events are added while everything runs, and only for that tenant', async () => {
  await owner.run(APPLICATION, { input: { name: 'kitchen_robot', description: 'Watches the ovens.' } });
  expect(await owner.run(TYPE, { input: heated })).toMatchObject({
    registerEventType: { name: 'oven.heated', version: 1, targets: ['ORDERING'] },
  });
  const input = { eventType: 'oven_heated', payload: { degrees: 220 } };
  expect(await owner.run(PUBLISH, { input })).toMatchObject({ publishEvent: { eventType: 'oven.heated' } });
  expect(await owner.refusal(PUBLISH, { input: { ...input, payload: { degrees: 20 } } })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['input', 'payload', 'degrees'],
  });
  const again = { ...heated, payloadSchema: { type: 'object' } };
  expect(await owner.run(TYPE, { input: again })).toMatchObject({ registerEventType: { version: 2 } });
  await owner.run(PUBLISH, { input: { ...input, payload: { degrees: 20 } } });
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.refusal(PUBLISH, { input })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test.each([
  ['the name of a type that everybody has', { name: 'user.created' }, ['input', 'name']],
  ['an alias that is another type', { aliases: ['user.created'] }, ['input', 'aliases', 0]],
  ['a source that is nobody', { source: 'nobody' }, ['input', 'source']],
  ['a target that is nobody', { targets: ['ORDERING', 'nobody'] }, ['input', 'targets', 1]],
  ['a target that is said twice', { targets: ['ORDERING', 'crm', 'ORDERING'] }, ['input', 'targets', 2]],
  ['an alias that is said twice', { aliases: ['x_y', 'x_y'] }, ['input', 'aliases', 1]],
  ['a schema that is none', { payloadSchema: { type: 'wurst' } }, ['input', 'payloadSchema']],
  ['a schema that leads elsewhere', { payloadSchema: { $ref: 'http://127.0.0.1:1/x' } }, ['input', 'payloadSchema']],
  ['a pattern that looks ahead', { payloadSchema: { pattern: '(?=a)b' } }, ['input', 'payloadSchema']],
])('%s is refused with its path', async (_, input, path) => {
  const given = { ...heated, source: 'hr', name: `x.${uuidv7().slice(-6)}`, aliases: [], ...input };
  expect(await owner.refusal(TYPE, { input: given })).toMatchObject({ code: 'BAD_USER_INPUT', path });
});

/** As rows, which takes a moment where mutations would take minutes. */
async function registerMany(noun: 'type' | 'version' | 'application', count: number): Promise<TestViewer> {
  const crowded = testing.as(person('OWNER'));
  const tenantId = crowded.viewer.tenantId;
  const [name, number] = noun === 'version' ? ["'oven.heated'", 'n'] : ["'oven.n' || n", '1'];
  await testing.subgraph.work(async ({ em, redis }) => {
    await em.execute(
      noun === 'application'
        ? `insert into events.registered_application (id, tenant_id, name, description)
           select gen_random_uuid(), ?, 'robot_' || n, 'x' from generate_series(1, ?) as n`
        : `insert into events.registered_event_type (id, tenant_id, name, number, description, source, targets, aliases, payload_schema)
           select gen_random_uuid(), ?, ${name}, ${number}, 'x', 'hr', '{}', '{}', '{}' from generate_series(1, ?) as n`,
      [tenantId, count],
    );
    await mirrorRegistry({ em, redis }, String(tenantId));
  });
  return crowded;
}

test.each([
  ['type', 199, 200],
  ['version', 99, 100],
  ['application', 99, 100],
] as const)(
  'of one more %s than a tenant may have, also at the same moment, it is told how many there may be',
  async (noun, count, limit) => {
    const crowded = await registerMany(noun, count);
    const register = (n: number) =>
      noun === 'application'
        ? crowded.ask(APPLICATION, { input: { name: `late_${n}`, description: 'x' } })
        : crowded.ask(TYPE, {
            input: {
              ...heated,
              source: 'hr',
              aliases: [],
              description: `${n}`,
              ...(noun === 'type' && { name: `late.n${n}` }),
            },
          });
    const answers = await Promise.all([register(1), register(2)]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions)).toEqual(
      expect.arrayContaining([undefined, { code: 'CONFLICT', reason: 'TOO_MANY', limit }]),
    );
  },
);

test('the schemas of a tenant have a size together', async () => {
  const large = testing.as(person('OWNER'));
  const register = (n: number) =>
    large.ask(TYPE, {
      input: {
        ...heated,
        source: 'hr',
        aliases: [],
        name: `large.n${n}`,
        payloadSchema: { title: 'x'.repeat(31_000) },
      },
    });
  for (let n = 0; n < 16; n += 1) expect((await register(n)).errors).toBeUndefined();
  expect((await register(16)).errors?.[0]?.extensions).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', reason: 'TOO_LONG', limit: 500_000, path: ['input', 'payloadSchema'] },
  });
});

test.each(['hr', 'all', 'any'])('the name %s, which everybody has, is refused for an application', async (name) => {
  const input = { name, description: 'Mine.' };
  expect(await owner.refusal(APPLICATION, { input })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['input', 'name'],
  });
});

test('what was registered when more was allowed is set aside alone, until there is a new version of it', async () => {
  const tenantId = uuidv7();
  const other = testing.as(person('OWNER', tenantId));
  const register = (name: string, payloadSchema: object) =>
    other.run(TYPE, { input: { name, description: 'x', source: 'hr', targets: ['crm'], payloadSchema } });
  const put = async (name: string, payloadSchema: object) => {
    await testing.subgraph.work(({ em }) =>
      em.execute('update events.registered_event_type set payload_schema = ?::jsonb where name = ?', [
        JSON.stringify(payloadSchema),
        name,
      ]),
    );
    await testing.subgraph.work((ctx) => mirrorRegistry(ctx, tenantId));
  };
  for (const name of ['old.looked_ahead', 'old.backtracked', 'old.well']) await register(name, {});
  await put('old.looked_ahead', { properties: { s: { pattern: '(?=a)b' } } });
  await put('old.backtracked', { properties: { s: { pattern: '^(a+)+$' } } });
  const publish = (eventType: string) => ({ input: { eventType, payload: { s: `${'a'.repeat(40)}!` } } });
  expect(await other.refusal(PUBLISH, publish('old.looked_ahead'))).toMatchObject({ reason: 'NO_SCHEMA' });
  expect(await other.refusal(PUBLISH, publish('old.backtracked'))).toMatchObject({
    path: ['input', 'payload', 's'],
    reason: 'WRONG_FORM',
  });
  await other.run(PUBLISH, publish('old.well'));
  await register('old.looked_ahead', {});
  await other.run(PUBLISH, publish('old.looked_ahead'));
});
