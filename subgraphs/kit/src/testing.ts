import { AsyncLocalStorage } from 'node:async_hooks';
import type { KeyObject } from 'node:crypto';
import { startRedis } from '@mycelium/database/embedded/redis';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import { type Audit, auditSchema } from '@mycelium/schema/audit';
import { scopesOf } from '@mycelium/schema/permissions';
import type { Role } from '@mycelium/schema/role';
import type { ExecutionResult } from 'graphql';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { AUDIT_KEY } from './audit-outbox.ts';
import type { SubgraphCall } from './call.ts';
import type { HostileCall } from './hostile-calls.ts';
import { createLog } from './log.ts';
import { deriveKey } from './secrets.ts';
import { type Manifest, type OpenOptions, type OpenSubgraph, openSubgraph } from './subgraph.ts';
import { type CallContext, signContext, type Viewer } from './viewer.ts';

type Variables = Record<string, unknown>;

/** A viewer's way into the subgraph: GraphQL in, GraphQL out. */
export interface TestViewer {
  viewer: Viewer;
  /** The whole answer. */
  ask(query: string, variables?: Variables): Promise<ExecutionResult>;
  /** The data; throws when there are errors. */
  run<Data = Record<string, unknown>>(query: string, variables?: Variables): Promise<Data>;
  /** What a tenant says of these fields, as the gateway asks for it: the one with the id `t`, else the viewer's own. `declared` are the other variables, as in `$first: Int!`. */
  ofTenant<Data = Record<string, unknown>>(fields: string, variables?: Variables, declared?: string): Promise<Data>;
  /** The code of the only error; throws when there is none. */
  refusal(
    query: string,
    variables?: Variables,
  ): Promise<{ code: string; reason?: unknown; path?: unknown; message: string }>;
  /** The events of a subscription, until `return()`. */
  follow(
    query: string,
    variables?: Variables,
    options?: Pick<SubgraphCall, 'tellPosition'>,
  ): Promise<AsyncIterableIterator<ExecutionResult>>;
  /** Makes these calls and names each that was not answered as it should be. */
  wrongAnswers(calls: Iterable<HostileCall>): Promise<string[]>;
}

export interface TestSubgraph {
  subgraph: OpenSubgraph;
  databaseUrl: string;
  redisUrl: string;
  as(viewer: Viewer): TestViewer;
  /** What the subgraph recorded for the audit log so far; only where the log is kept by nobody. */
  audits(): Promise<Audit[]>;
  /** Runs work and answers how many SQL statements it took; what jobs and reactions do meanwhile does not count. */
  countSql(work: () => Promise<unknown>): Promise<number>;
  /** Ends every connection to the database and lets nobody in, or lets everybody in again. */
  setDatabaseAway(isAway: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A person of a tenant, in a role. */
export function person(role: Role, tenantId: string = uuidv7(), id: string = uuidv7()): Viewer {
  return { kind: 'user', id, tenantId, role, scopes: scopesOf(role) };
}

/** The subgraph on a database and a Redis of its own, or on those of another one, which it can ask; `mail` is where its e-mails go. */
export async function testSubgraph(
  manifest: Manifest,
  {
    mail,
    files,
    beside,
    neighbours,
    isIdle,
    oldSecrets,
    log = createLog('test', 'error'),
    canMoveClock = true,
  }: Partial<Pick<OpenOptions, 'mail' | 'neighbours' | 'isIdle' | 'oldSecrets' | 'log' | 'canMoveClock' | 'files'>> & {
    beside?: TestSubgraph;
  } = {},
): Promise<TestSubgraph> {
  const [database, redis] = beside
    ? [
        { url: beside.databaseUrl, drop: async () => {} },
        { url: beside.redisUrl, stop: async () => {} },
      ]
    : await Promise.all([testDatabase(), startRedis()]);
  const counted = new AsyncLocalStorage<{ statements: number }>();
  const subgraph = await openSubgraph(manifest, {
    databaseUrl: database.url,
    redisUrl: redis.url,
    secret: testSecret,
    files,
    mail,
    isIdle,
    innerNetworks: ['127.0.0.0/8'],
    canMoveClock,
    neighbours: beside ? (_name, call) => beside.subgraph.execute(call) : neighbours,
    log,
    oldSecrets,
    onQuery: () => {
      const count = counted.getStore();
      if (count) count.statements += 1;
    },
  });
  const key = deriveKey(testSecret, 'context');

  return {
    subgraph,
    databaseUrl: database.url,
    redisUrl: redis.url,
    as: (viewer) => viewerOf(subgraph, key, viewer),
    async audits() {
      const entries = await subgraph.work(({ redis }) => redis.xrange(AUDIT_KEY, '-', '+'));
      return entries.map(([, [, audit = '']]) => auditSchema.parse(JSON.parse(audit)));
    },
    async countSql(work) {
      const count = { statements: 0 };
      await counted.run(count, work);
      return count.statements;
    },
    setDatabaseAway: (isAway) => setAway(database.url, isAway),
    async close() {
      await subgraph.close();
      await Promise.all([redis.stop(), database.drop()]);
    },
  };
}

async function setAway(databaseUrl: string, isAway: boolean): Promise<void> {
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`alter database ${name} with allow_connections ${!isAway}`);
  if (isAway) await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await admin.end();
}

function viewerOf(subgraph: OpenSubgraph, key: KeyObject, viewer: Viewer): TestViewer {
  const context: CallContext = { viewer, correlationId: 'test', address: '127.0.0.1' };
  const signed = (query: string, variables?: Variables) => {
    const call = { query, variables };
    return { ...call, context: signContext(context, { ...call, to: subgraph.name }, key) };
  };
  const ask = (query: string, variables?: Variables) => subgraph.execute(signed(query, variables));
  async function run<Data>(query: string, variables?: Variables): Promise<Data> {
    const { data, errors } = await ask(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data as Data;
  }
  const answerTo = async ({ kind, query, variables }: HostileCall): Promise<ExecutionResult> => {
    if (kind !== 'subscription') return ask(query, variables);
    const answer = await subgraph.subscribe(signed(query, variables));
    if (!(Symbol.asyncIterator in answer)) return answer;
    await answer.return?.();
    return {};
  };
  return {
    viewer,
    ask,
    run,
    async ofTenant<Data>(fields: string, { t = viewer.tenantId, ...variables }: Variables = {}, declared = '') {
      const query = `query ($r: [_Any!]! ${declared}) { _entities(representations: $r) { ... on Tenant { ${fields} } } }`;
      const { _entities } = await run<{ _entities: [Data] }>(query, {
        ...variables,
        r: [{ __typename: 'Tenant', id: t }],
      });
      return _entities[0];
    },
    async refusal(query, variables) {
      const { errors } = await ask(query, variables);
      const [error] = errors ?? [];
      if (!error) throw new Error('It was not refused.');
      const { code, reason, path } = error.extensions ?? {};
      return { code: String(code), reason, path, message: error.message };
    },
    async follow(query, variables, options) {
      const answer = await subgraph.subscribe({ ...signed(query, variables), ...options });
      if (!(Symbol.asyncIterator in answer)) throw new Error(JSON.stringify(answer.errors));
      return answer;
    },
    async wrongAnswers(calls) {
      const wrong: string[] = [];
      const left = calls[Symbol.iterator]();
      const work = async (): Promise<void> => {
        for (let { done, value: call } = left.next(); !done; { done, value: call } = left.next()) {
          const problem = problemWith(call, await answerTo(call));
          if (problem) wrong.push(`${call.name}: ${problem}`);
        }
      };
      await Promise.all(Array.from({ length: 4 }, work));
      return wrong;
    },
  };
}

/** What is wrong with an answer: a failure of ours, or that a value was taken which cannot be kept. */
function problemWith({ isRefused, path }: HostileCall, { errors }: ExecutionResult): string | undefined {
  const told = errors?.map(({ message, extensions }) => `${extensions?.code ?? 'no code'} ${message}`).join(' | ');
  if (errors?.some(({ extensions }) => !extensions?.code || extensions.code === 'INTERNAL')) return told;
  if (!isRefused) return undefined;
  const [error] = errors ?? [];
  if (error?.extensions.code !== 'BAD_USER_INPUT') return told ?? 'it was taken';
  const at = error.extensions.path;
  return Array.isArray(at) && path.every((key, index) => at[index] === key)
    ? undefined
    : `refused at ${String(at)}: ${error.message}`;
}
