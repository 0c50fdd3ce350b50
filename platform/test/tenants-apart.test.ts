import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roleUrl } from '@mycelium/database/role';
import { subgraphNames } from '@mycelium/schema/roster';
import {
  buildSchema,
  isObjectType,
  isRequiredArgument,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
} from 'graphql';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { committedOperations } from '../src/operations-fit.ts';
import { type Case, cases, own } from './apart-cases.ts';
import { type Answer, logIn, type TestClient } from './client.ts';
import { type Furniture, furnish } from './furnish.ts';
import { inOneProcess, type TestNetwork } from './network.ts';
import { networkSecret } from './open-all.ts';
import { operationOf } from './root-field.ts';

type Arguments = Record<string, unknown>;

const schema = buildSchema(await readFile(join(import.meta.dirname, '../../schema/api.graphql'), 'utf8'));
const rootFields = (['query', 'mutation', 'subscription'] as const).flatMap((kind) => {
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[kind];
  return Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field }));
});

/** What its arguments alone tell; undefined for a field that needs a line above. */
function caseOf({ kind, field }: (typeof rootFields)[number]): Case | undefined {
  const known = cases[field.name];
  if (known !== undefined) return known;
  const required = field.args.filter(isRequiredArgument).map(({ name }) => name);
  if (required.join() === 'tenantId') return (of) => ({ tenantId: of.tenant });
  return kind !== 'mutation' && required.length === 0 ? own : undefined;
}

let network: TestNetwork;
let owner: TestClient;
let stranger: TestClient;
let clientId: string;
let key: string;
let furniture: Furniture;
/** What only Las Reinas has: none of it may be in an answer to somebody else. */
let belongings: string[];

beforeAll(async () => {
  network = await inOneProcess();
  owner = await logIn(network.url, 'owner@las-reinas.test');
  stranger = await logIn(network.url, 'owner@el-farolito.test');
  furniture = await furnish(owner, network.postgres.url);
  const { createApiClient } = await stranger.run<{ createApiClient: { id: string } }>(
    'mutation ($scopes: [String!]!) { createApiClient(input: { name: "All", scopes: $scopes, limits: { perMinute: 10000 } }) { id } }',
    {
      scopes: [
        'crm:read',
        'crm:write',
        'menu:read',
        'menu:write',
        'menu:availability',
        'display:read',
        'display:write',
        'board:read',
        'board:write',
        'audit:read',
        'service:read',
        'service:write',
        'sync:read',
        'sync:write',
      ],
    },
  );
  const { createApiKey } = await stranger.run<{ createApiKey: { key: string } }>(
    'mutation ($id: ID!) { createApiKey(clientId: $id) { key } }',
    { id: createApiClient.id },
  );
  clientId = createApiClient.id;
  key = createApiKey.key;
  belongings = [...Object.values(furniture), 'las-reinas', 'Reinas', 'Guadalupe'];
}, 120_000);
afterAll(async () => {
  await Promise.all([owner, stranger].map((client) => client?.close()));
  await network?.close();
});

test('every root field has a case', () => {
  const missing = rootFields.filter((each) => caseOf(each) === undefined).map(({ field }) => field.name);
  expect(missing).toEqual([]);
  const names = new Set(rootFields.map(({ field }) => field.name));
  expect(Object.keys(cases).filter((name) => !names.has(name))).toEqual([]);
});

/** The answer, or the first event of a subscription. */
async function ask(
  client: TestClient,
  kind: string,
  text: string,
  variables: Arguments,
): Promise<Omit<Answer, 'status'>> {
  if (kind !== 'subscription') return client.ask(text, variables);
  const events = client.follow(text, variables);
  try {
    return (await events.next()).value as Answer;
  } catch (error) {
    // Refused before it began, as graphql-ws tells it.
    return { errors: error as Answer['errors'] };
  } finally {
    await events.return?.();
  }
}

const leading = () => rootFields.filter((each) => typeof caseOf(each) === 'function');

/** What no API client is ever given: people, access, the platform, and sessions. */
const forPeople = /Member|Invitation|ApiClient|ApiKey|apiClient|Operations|Session|Notice|switchTenant|Tenants$/;

function givenTo(each: (typeof rootFields)[number]): Arguments {
  const found = caseOf(each);
  return typeof found === 'function' ? found(furniture) : {};
}

function outcomeOf(name: string, { data, errors }: Omit<Answer, 'status'>): string {
  return errors?.[0]?.extensions.code ?? (data?.[name] === null ? 'null' : 'data');
}

/** Throws when an answer has something of Las Reinas that the question had not. */
function checkTold(name: string, given: Arguments, { data, errors }: Omit<Answer, 'status'>): void {
  const supplied = JSON.stringify(given);
  const text = JSON.stringify({ data, errors: errors?.map(({ message }) => message) });
  for (const belonging of belongings) {
    if (!supplied.includes(belonging)) expect(text, `${name} tells ${belonging}`).not.toContain(belonging);
  }
}

/** How somebody of another tenant fares, in a word. */
async function fare(each: (typeof rootFields)[number], levels: number): Promise<string> {
  const { kind, field } = each;
  const given = givenTo(each);
  const answer = await ask(stranger, kind, operationOf(kind, field, given, levels), given);
  checkTold(field.name, given, answer);
  return outcomeOf(field.name, answer);
}

test('whatever of Las Reinas somebody of another tenant names, there is no such thing for them', async () => {
  for (const each of leading()) {
    const { kind, field } = each;
    expect([field.name, await fare(each, 1)]).toEqual([
      field.name,
      kind === 'query' ? expect.stringMatching(/^(null|NOT_FOUND)$/) : 'NOT_FOUND',
    ]);
  }
}, 120_000);

/** How many documents are registered with one call. */
const MOST_AT_ONCE = 100;

test('a key of another tenant that may do all that keys may gets nothing either', async () => {
  // Keys run registered operations only, so all of them are registered first.
  const wanted = leading().filter(({ kind, field }) => kind !== 'subscription' && !forPeople.test(field.name));
  const operations = wanted.map((each) => {
    const given = givenTo(each);
    const text = operationOf(each.kind, each.field, given, 0).replace(/^(\w+)/, `$1 Ask_${each.field.name}`);
    return { name: each.field.name, text, given };
  });
  const registered: { documentId: string; operation: { id: string } }[] = [];
  for (let at = 0; at < operations.length; at += MOST_AT_ONCE) {
    const documents = operations.slice(at, at + MOST_AT_ONCE).map(({ text }) => ({ text }));
    const { registerOperations } = await stranger.run<{ registerOperations: typeof registered }>(
      'mutation ($id: ID!, $documents: [OperationDocumentInput!]!) { registerOperations(clientId: $id, documents: $documents) { documentId operation { id } } }',
      { id: clientId, documents },
    );
    await stranger.run('mutation ($ids: [ID!]!) { approveOperations(ids: $ids) { id } }', {
      ids: registerOperations.map(({ operation }) => operation.id),
    });
    registered.push(...registerOperations);
  }
  for (const [index, { name, given }] of operations.entries()) {
    const response = await fetch(`${network.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': key },
      body: JSON.stringify({ documentId: registered[index]?.documentId, variables: given }),
    });
    const { data, errors } = (await response.json()) as Answer;
    checkTold(name, given, { data, errors });
    expect([name, outcomeOf(name, { data, errors })]).toEqual([
      name,
      expect.stringMatching(/^(null|NOT_FOUND|FORBIDDEN)$/),
    ]);
  }
}, 120_000);

test('what names nothing tells nothing of Las Reinas', async () => {
  for (const each of rootFields.filter((field) => caseOf(field) === own)) {
    if (each.kind === 'query') await fare(each, 2);
  }
}, 120_000);

/** The field of a tenant that answers what a root field did before; undefined where it is no such one. */
function movedTo({ kind, field }: (typeof rootFields)[number]) {
  const [, place = ''] = /`viewer \{ tenant \{ (\w+) \} \}`/.exec(field.deprecationReason ?? '') ?? [];
  const tenant = schema.getType('Tenant');
  return kind === 'query' && isObjectType(tenant) ? tenant.getFields()[place] : undefined;
}

test('what has moved to its tenant is answered there as it was at the root', async () => {
  let moved = 0;
  for (const each of rootFields) {
    const place = movedTo(each);
    if (!place) continue;
    moved += 1;
    const { tenantId, ...others } = givenTo(each);
    const asked = operationOf('query', place, others, 1);
    const inTenant = `${asked.slice(0, asked.indexOf('{'))}{ viewer { tenant ${asked.slice(asked.indexOf('{'))} } }`;
    // What workers count meanwhile may lie between the two.
    await vi.waitFor(async () => {
      const { viewer } = await owner.run<{ viewer: { tenant: Record<string, unknown> } }>(inTenant, others);
      const before = await owner.run(operationOf('query', each.field, { tenantId, ...others }, 1), {
        tenantId,
        ...others,
      });
      expect(viewer.tenant[place.name], each.field.name).toEqual(before[each.field.name]);
    });
  }
  expect(moved).toBeGreaterThan(20);
}, 120_000);

/** What a registered operation is asked with: the least that its variables want. */
function variablesFor({ variableDefinitions = [] }: OperationDefinitionNode): Arguments {
  const known: Arguments = { tenantId: furniture.tenant, endpointId: furniture.endpoint, accountId: furniture.tenant };
  const of: Arguments = { Int: 10, Boolean: true, DateTime: new Date().toISOString(), DeliveryWindow: 'HOUR' };
  const more: Arguments = { EventAction: 'RETRY', ProductType: 'SMP' };
  const wanted = variableDefinitions.filter(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );
  return Object.fromEntries(
    wanted.map(({ variable: { name }, type }) => {
      const typeName = print(type).replace('!', '');
      return [name.value, known[name.value] ?? of[typeName] ?? more[typeName] ?? {}];
    }),
  );
}

test('operations that were registered before lists hung on their tenant still run', async () => {
  const former = new Set(
    rootFields.filter(({ kind, field }) => kind === 'query' && field.deprecationReason).map(({ field }) => field.name),
  );
  const texts = [...committedOperations().values()].flatMap((documents) => Object.values(documents));
  let ran = 0;
  for (const text of texts) {
    const [operation] = parse(text).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
    const asks = operation?.selectionSet.selections.some(
      (each) => each.kind === Kind.FIELD && former.has(each.name.value),
    );
    if (operation?.operation !== 'query' || !asks) continue;
    ran += 1;
    const { errors } = await owner.ask(text, variablesFor(operation));
    expect([operation.name?.value, errors]).toEqual([operation.name?.value, undefined]);
  }
  expect(ran).toBeGreaterThan(20);
}, 120_000);

test('whoever sees all tenants sees no list of one that they do not work for', async () => {
  const admin = await logIn(network.url, 'admin@mycelium.test');
  const lists = rootFields.flatMap((each) => movedTo(each) ?? []).filter(({ args }) => !args.some(isRequiredArgument));
  for (const list of lists) {
    const asked = operationOf('query', list, {}, 0);
    const { data, errors } = await admin.ask(`{ tenants { edges { node ${asked.slice(asked.indexOf('{'))} } } }`);
    expect([list.name, [...new Set(errors?.map(({ extensions }) => extensions.code))]]).toEqual([
      list.name,
      ['NOT_FOUND'],
    ]);
    expect(data).toBeNull();
  }
  await admin.close();
}, 120_000);

test('each case is a good one: for the owner there is such a thing', async () => {
  // What has no line comes first.
  const order = Object.keys(cases);
  const sorted = leading().toSorted((one, other) => order.indexOf(one.field.name) - order.indexOf(other.field.name));
  for (const { kind, field } of sorted.filter(({ kind }) => kind !== 'subscription')) {
    const given = givenTo({ kind, field });
    const outcome = outcomeOf(field.name, await owner.ask(operationOf(kind, field, given, 0), given));
    expect([field.name, outcome]).toEqual([field.name, expect.stringMatching(/^(data|CONFLICT|BAD_USER_INPUT)$/)]);
  }
}, 120_000);

test('beside the graph, the role of each subgraph reads rows of the tenant it names, and without one none', async () => {
  const admins = new Client({ connectionString: network.postgres.url });
  await admins.connect();
  const { viewer } = await stranger.run<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  for (const name of subgraphNames) {
    const { rows: tables } = await admins.query<{ table_name: string }>(
      `select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = $1 and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'`,
      [name],
    );
    expect(tables.length).toBeGreaterThan(0);
    const role = new Client({ connectionString: roleUrl(network.postgres.url, name, networkSecret) });
    await role.connect();
    let foreign = 0;
    for (const { table_name: table } of tables) {
      const count = async (client: Client, where = 'true') =>
        Number((await client.query(`select count(*) from ${name}.${table} where ${where}`)).rows[0].count);
      foreign += await count(admins, `tenant_id = '${furniture.tenant}'`);
      await role.query(`set app.tenant_id = ''`);
      expect([table, await count(role)]).toEqual([table, 0]);
      await role.query(`set app.tenant_id = '${viewer.tenant.id}'`);
      expect([table, await count(role, `tenant_id is distinct from '${viewer.tenant.id}'`)]).toEqual([table, 0]);
    }
    expect([name, foreign > 0]).toEqual([name, true]);
    await role.end();
  }
  await admins.end();
});
