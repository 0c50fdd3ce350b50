import { type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { type Mailbox, openMailbox } from '@mycelium/mailbox/mailbox';
import { scopesOf } from '@mycelium/schema/permissions';
import type { Role } from '@mycelium/schema/role';
import { Redis } from 'ioredis';
import { decodeJwt } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { seedTenant } from '../src/seed.ts';
import { tenants } from '../src/subgraph.ts';
import { knowing } from './knowing.ts';

export const PASSWORD = 'gently down the stream';

const LOGIN = `mutation ($email: String!, $password: String!) {
  login(email: $email, password: $password) { accessToken refreshToken }
}`;

export interface LoggedIn {
  accessToken: string;
  refreshToken: string;
}

/** Two tenants with people of every kind, and the mailbox where their e-mails go. */
export interface House {
  testing: TestSubgraph;
  mailbox: Mailbox;
  ids: { reinas: string; farolito: string };
  nobody: TestViewer;
  logIn(email: string, password?: string): Promise<LoggedIn>;
  /** Logs in, and asks with what the access token says. */
  enter(email: string, password?: string): Promise<TestViewer & LoggedIn>;
  /** The viewer whom an access token names. */
  bearer(session: LoggedIn): TestViewer & LoggedIn;
  /** As after a quiet hour: no tries are counted. */
  forgetLimits(): Promise<void>;
  close(): Promise<void>;
}

/** `locations` are those that the restaurant subgraph knows. */
export async function openHouse({ locations = [] }: { locations?: string[] } = {}): Promise<House> {
  const mailbox = await openMailbox();
  const testing = await testSubgraph(tenants, {
    ...(locations.length > 0 && { neighbours: knowing(locations) }),
    mail: { url: mailbox.smtpUrl, from: 'Mycelium <no-reply@mycelium.test>' },
  });
  const nobody = testing.as({ kind: 'anonymous', id: '', scopes: [] });
  const ids = { reinas: uuidv7(), farolito: uuidv7() };
  const base = { currency: 'USD', timeZone: 'America/Chicago', locations: [], boards: [] };
  const people = (slug: string, roles: readonly Role[]) =>
    roles.map((role) => ({ email: `${role.toLowerCase()}@${slug}.test`, name: `${role} of ${slug}`, role }));
  await testing.subgraph.work(async (ctx) => {
    await seedTenant(
      ctx,
      {
        ...base,
        slug: 'las-reinas',
        name: 'Las Reinas',
        languages: ['es-MX', 'en'],
        restaurant: { name: 'Las Reinas' },
        users: people('las-reinas', ['OWNER', 'MANAGER', 'KITCHEN', 'AUDITOR']),
      },
      new Map(),
      ids.reinas,
      PASSWORD,
    );
    await seedTenant(
      ctx,
      {
        ...base,
        slug: 'el-farolito',
        name: 'El Farolito',
        languages: ['tr'],
        restaurant: { name: 'El Farolito' },
        users: people('el-farolito', ['OWNER', 'STAFF']),
      },
      new Map(),
      ids.farolito,
      PASSWORD,
    );
  });

  const logIn = async (email: string, password = PASSWORD) =>
    (await nobody.run<{ login: LoggedIn }>(LOGIN, { email, password })).login;
  const bearer = (session: LoggedIn) => {
    const { sub = '', tid, role, sid } = decodeJwt<{ tid: string; role: Role; sid: string }>(session.accessToken);
    const viewer = testing.as({ kind: 'user', id: sub, tenantId: tid, role, scopes: scopesOf(role), sessionId: sid });
    return { ...viewer, ...session };
  };
  return {
    testing,
    mailbox,
    ids,
    nobody,
    logIn,
    bearer,
    enter: async (email, password) => bearer(await logIn(email, password)),
    async forgetLimits() {
      const redis = new Redis(testing.redisUrl);
      const keys = await redis.keys('mycelium:limit:*');
      if (keys.length > 0) await redis.del(keys);
      redis.disconnect();
    },
    async close() {
      await testing.close();
      await mailbox.close();
    },
  };
}

/** The token behind the # of the link in an e-mail. */
export function tokenIn({ text }: { text: string }): string {
  const token = /https?:\/\/\S+#(\S+)/.exec(text)?.[1];
  if (!token) throw new Error(`There is no link in this message: ${text}`);
  return token;
}
