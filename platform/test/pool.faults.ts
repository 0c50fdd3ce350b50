import { POOL_SIZE } from '@mycelium/database/orm';
import { roleName } from '@mycelium/database/role';
import type { SubgraphCall } from '@mycelium/kit/call';
import { BUSY } from '@mycelium/kit/errors';
import { deriveKey } from '@mycelium/kit/secrets';
import { person } from '@mycelium/kit/testing';
import { anonymous, signContext, type Viewer } from '@mycelium/kit/viewer';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { type GraphQLField, type GraphQLInputType, getNamedType, isRequiredArgument } from 'graphql';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cases } from './apart-cases.ts';
import { logIn } from './client.ts';
import { type Furniture, furnish } from './furnish.ts';
import { inOneProcess } from './network.ts';
import { networkSecret } from './open-all.ts';
import { operationOf } from './root-field.ts';

type Field = GraphQLField<unknown, unknown>;
type Question = Pick<SubgraphCall, 'query' | 'variables'>;

const AT_ONCE = 4 * POOL_SIZE;
const key = deriveKey(networkSecret, 'context');

let network: Awaited<ReturnType<typeof inOneProcess>>;
let admin: Client;
let furniture: Furniture;
let owner: Viewer;

beforeAll(async () => {
  network = await inOneProcess();
  admin = new Client({ connectionString: network.postgres.url });
  admin.on('error', () => undefined);
  await admin.connect();
  const client = await logIn(network.url, 'owner@las-reinas.test');
  furniture = await furnish(client, network.postgres.url);
  const { viewer } = await client.run<{ viewer: { id: string } }>('{ viewer { id } }');
  owner = person('OWNER', furniture.tenant, viewer.id);
  await client.close();
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await network?.close();
});

/** The codes of what went wrong; BUSY of what had too much to do. */
async function ask(name: SubgraphName, question: Question, viewer: Viewer, number = 0): Promise<unknown[]> {
  // Each from another address, so that no limit of tries is met.
  const call = { viewer, correlationId: 'test', address: `10.0.0.${number}` };
  const { errors = [] } = await network.subgraphs[name].execute({
    ...question,
    context: signContext(call, { ...question, to: name }, key),
  });
  return errors.map(({ extensions }) => (extensions.reason === BUSY ? BUSY : extensions.code));
}

async function askAtOnce(name: SubgraphName, question: Question, viewer: Viewer, count: number): Promise<unknown[][]> {
  return Promise.all(Array.from({ length: count }, (_, number) => ask(name, question, viewer, number)));
}

async function connectionsOf(name: SubgraphName): Promise<number> {
  // The runner of tasks has its own, which are never those of a call.
  const { rows } = await admin.query(
    `select count(*)::int as count from pg_stat_activity where usename = $1 and application_name <> 'mycelium tasks'`,
    [roleName(name)],
  );
  return rows[0].count;
}

function queriesOf(name: SubgraphName): Field[] {
  const fields = network.subgraphs[name].schema.getQueryType()?.getFields() ?? {};
  return Object.values(fields).filter(({ name, extensions }) => !name.startsWith('_') && !extensions.withoutDatabase);
}

/** What leads to something where a case knows how, and what is well formed elsewhere. */
function argumentsOf({ name, args }: Field): Record<string, unknown> {
  const known = cases[name];
  const leading = typeof known === 'function' ? known(furniture) : {};
  const missing = args.filter((arg) => isRequiredArgument(arg) && !(arg.name in leading));
  return { ...leading, ...Object.fromEntries(missing.map(({ name, type }) => [name, sampleOf(name, type)])) };
}

function sampleOf(name: string, type: GraphQLInputType): unknown {
  if (name === 'tenantId') return furniture.tenant;
  return getNamedType(type).name === 'ID' ? furniture.item : 'nothing-like-it';
}

/** Whoever gets furthest with it. */
async function fitting(name: SubgraphName, question: Question): Promise<Viewer> {
  const admin = person('ADMIN', furniture.tenant, owner.id);
  const gateway: Viewer = { kind: 'gateway', id: 'gateway', scopes: ['gateway'] };
  for (const viewer of [owner, admin, gateway]) {
    if ((await ask(name, question, viewer)).length === 0) return viewer;
  }
  return owner;
}

test.each(subgraphNames)(
  'every query of %s, 4 × the pool’s size of it at once, is answered',
  async (name) => {
    for (const field of queriesOf(name)) {
      const variables = argumentsOf(field);
      const question = { query: operationOf('query', field, variables, 1), variables };
      const viewer = await fitting(name, question);
      const alone = await ask(name, question, viewer);
      const answers = await askAtOnce(name, question, viewer, AT_ONCE);
      // On a slow machine not all get their turn in time.
      const others = answers.filter((codes) => codes.length === 0 || codes.some((code) => code !== BUSY));
      expect(others.length).toBeGreaterThan(0);
      for (const codes of others) expect([field.name, codes]).toEqual([field.name, alone]);
      expect([field.name, await ask(name, question, viewer)]).toEqual([field.name, alone]);
    }
    // The relay has one of its own, and of the pool one is left for whoever asks how it is.
    expect(await connectionsOf(name)).toBeLessThanOrEqual(POOL_SIZE);
    expect(await network.subgraphs[name].health()).toEqual({ postgres: 'ok', redis: 'ok' });
  },
  120_000,
);

test.each([
  ['60 strangers with a token that is none', anonymous, 60, '{ invitation(token: "gg_invitation_none") { email } }'],
  [
    'people who read people',
    undefined,
    AT_ONCE,
    `{ tenantBySlug(slug: "las-reinas") {
      members { edges { node { user { name memberships { tenant { name } } } sessions { isCurrent } } } }
      invitations { edges { node { invitedBy { name } } } }
      syncs { tenant { name } failing { id } awaitingRun { id } }
    } viewer { user { name } tenant { name } sessions { totalCount } } }`,
  ],
])(
  '%s are all answered, whatever is read as the system',
  async (_who, viewer, count, query) => {
    const answers = await askAtOnce('tenants', { query }, viewer ?? owner, count);
    expect(answers.filter((codes) => codes.length > 0)).toEqual([]);
    expect(await connectionsOf('tenants')).toBeLessThanOrEqual(POOL_SIZE);
  },
  30_000,
);
