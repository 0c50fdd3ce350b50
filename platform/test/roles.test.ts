import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultRates } from '@mycelium/gateway/caller/rates';
import { openMailbox } from '@mycelium/mailbox/mailbox';
import { displayScopes, scopesOf, stationScopes } from '@mycelium/schema/permissions';
import { type Role, roles } from '@mycelium/schema/role';
import { subgraphNames } from '@mycelium/schema/roster';
import { buildASTSchema, type FieldDefinitionNode, getNamedType, isLeafType, isNonNullType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { logIn, TestClient } from './client.ts';
import { inOneProcess } from './network.ts';

const managers: Role[] = ['OWNER', 'MANAGER', 'ADMIN'];

/** Who may call which mutation. A new one needs a row in its subgraph's `test/may.ts`; what it says is compared with what the gateway does. */
const may: Record<string, readonly (Role | 'nobody')[]> = {};
for (const name of subgraphNames) {
  const file = (await import(`../../subgraphs/${name}/test/may.ts`)) as { may: typeof may };
  Object.assign(may, file.may);
}

const sdl = await readFile(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8');
/** What subgraphs ask of each other is no part of the API. */
const isInner = ({ astNode }: { astNode?: FieldDefinitionNode | null }) =>
  astNode?.directives?.some(({ name }) => name.value === 'inaccessible') ?? false;
const mutations = Object.values(buildASTSchema(parse(sdl)).getMutationType()?.getFields() ?? {}).filter(
  (field) => !isInner(field),
);

test('every mutation says who may call it', () => {
  expect(Object.keys(may).toSorted()).toEqual(mutations.map(({ name }) => name).toSorted());
});

/** Asked by no field as such: they say whether the values of people in it are whole, how much of the log it answers, and who needs nobody's PIN. */
const WITHIN_FIELDS = ['audit:all', 'pii:read', 'order:void', 'order:comp', 'payment:refund'];

test('every permission that a field asks for is given to somebody, and none is given for nothing', () => {
  const asked = new Set(
    [...sdl.matchAll(/@requiresScopes\(scopes: (.*?)\)/g)].flatMap(([, each]) => each?.match(/[\w-]+:[\w-]+/g) ?? []),
  );
  const given = new Set([...roles.flatMap(scopesOf), ...displayScopes, ...stationScopes('CLOCK')]);
  expect([...asked, ...WITHIN_FIELDS].toSorted()).toEqual([...given].toSorted());
});

test('the gateway lets in whom the table names, and nobody else', async () => {
  const mailbox = await openMailbox();
  const network = await inOneProcess({
    mail: { url: mailbox.smtpUrl, from: 'no-reply@mycelium.test' },
    // Nobody asks more than a hundred a minute otherwise, and there are as many mutations.
    gateway: { rates: { ...defaultRates, address: { points: 10_000, seconds: 60 } } },
  });
  try {
    const owner = await logIn(network.url, 'owner@las-reinas.test');
    const clients = new Map<Role | 'nobody', TestClient>([
      ['OWNER', owner],
      ['ADMIN', await logIn(network.url, 'admin@mycelium.test')],
      ['nobody', new TestClient(network.url)],
    ]);
    for (const role of roles.filter((role) => !clients.has(role))) {
      const email = `${role.toLowerCase()}@example.test`;
      await owner.run(
        'mutation ($email: String!, $role: Role!) { inviteMember(input: { email: $email, role: $role }) { id } }',
        { email, role },
      );
      const token = /#(\S+)/.exec((await mailbox.next(email)).text)?.[1];
      const { acceptInvitation } = await new TestClient(network.url).run<{ acceptInvitation: { accessToken: string } }>(
        'mutation ($token: String!) { acceptInvitation(token: $token, name: "New", password: "gently down the stream") { accessToken } }',
        { token },
      );
      clients.set(role, new TestClient(network.url, acceptInvitation.accessToken));
    }

    const found: typeof may = {};
    for (const { name, args, type } of mutations) {
      // Required variables are left out: whoever may ask is told so, and nothing is done.
      const required = args.filter((arg) => isNonNullType(arg.type));
      const variables = required.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
      const given = required.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const selection = isLeafType(getNamedType(type)) ? '' : '{ __typename }';
      const query = `mutation ${variables && `(${variables})`} { ${name}${given && `(${given})`} ${selection} }`;
      const answers = [...clients].map(async ([role, client]) => {
        const codes = (await client.ask(query)).errors?.map(({ extensions }) => extensions.code) ?? [];
        return codes.includes('FORBIDDEN') || codes.includes('UNAUTHENTICATED') ? [] : [role];
      });
      found[name] = (await Promise.all(answers)).flat();
    }
    const sorted = (table: typeof may) =>
      Object.fromEntries(Object.entries(table).map(([name, who]) => [name, [...who].toSorted()]));
    expect(sorted(found)).toEqual(sorted(may));

    // What the console offers is what the server lets through, for everybody who may invite at all.
    for (const by of [...managers, 'STAFF', 'AUDITOR'] as const) {
      const client = clients.get(by);
      const told = await client?.run<{ roles: { role: Role; grantable: boolean }[] }>('{ roles { role grantable } }');
      const own = by === 'ADMIN' ? [] : (told?.roles ?? []);
      for (const { role, grantable } of own) {
        const INVITE =
          'mutation ($email: String!, $role: Role!) { inviteMember(input: { email: $email, role: $role }) { id } }';
        const email = `${by}-invites-${role}@example.test`.toLowerCase();
        const code = (await client?.ask(INVITE, { email, role }))?.errors?.[0]?.extensions.code;
        expect([by, role, code]).toEqual([by, role, grantable ? undefined : 'FORBIDDEN']);
      }
    }
    const byManager = await clients.get('MANAGER')?.run('{ roles { role grantable } }');
    expect(byManager).toMatchObject({
      roles: roles.map((role) => ({ role, grantable: !['OWNER', 'AUDITOR', 'ADMIN'].includes(role) })),
    });

    expect(await owner.run('{ roles { role description scopes } }')).toMatchObject({
      roles: roles.map((role) => ({ role, scopes: scopesOf(role) })),
    });
  } finally {
    await network.close();
    await mailbox.close();
  }
}, 120_000);
