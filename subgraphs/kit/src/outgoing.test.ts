import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Who may open a connection by itself, and to whom: whoever else wants to go out is given `outside.fetch`. */
const known: Record<string, string> = {
  'subgraphs/kit/src/outside-fetch.ts': 'the guarded way itself',
  'subgraphs/kit/src/neighbours.ts': 'other subgraphs, where the operator says',
  'subgraphs/kit/src/mail.ts': "the operator's mail server",
  'subgraphs/kit/src/redis.ts': "the operator's Redis",
  'subgraphs/kit/src/relay.ts': "the operator's PostgreSQL",
  'subgraphs/kit/src/tasks/lifeline.ts': "the operator's PostgreSQL",
  'subgraphs/kit/src/tasks/runner.ts': "the operator's PostgreSQL",
  'subgraphs/kit/src/files/bucket-store.ts': "the operator's file store",
  'subgraphs/kit/src/tracing.ts': "the operator's collector of traces",
  'gateway/src/calls/remote-events.ts': 'subgraphs, where the operator says',
  'gateway/src/calls/replica.ts': 'subgraphs, where the operator says',
  'gateway/src/caller/tokens.ts': "the operator's key set",
};

/** Modules with which one can go out. */
const modules = [
  ...['undici', 'ws', 'graphql-ws', 'ioredis', 'pg', 'nodemailer', '@aws-sdk/client-s3'],
  ...['@opentelemetry/exporter-trace-otlp-http', 'axios', 'got', 'node-fetch', 'ky', 'ssh2'],
  ...['node:http', 'node:https', 'node:http2', 'node:net', 'node:tls', 'node:dgram'],
];

/** Of these what serves, compares or describes goes nowhere. */
const harmless: Record<string, RegExp> = {
  'node:http': /^(createServer|STATUS_CODES|Server|ServerResponse)$/,
  'node:https': /^(createServer|Server)$/,
  'node:net': /^(createServer|isIP|BlockList|Server)$/,
  'node:tls': /^(createSecureContext)$/,
  ws: /^(WebSocketServer)$/,
  'graphql-ws':
    /^(makeServer|CloseCode|MessageType|GRAPHQL_TRANSPORT_WS_PROTOCOL|handleProtocols|parseMessage|stringifyMessage|validateMessage|isMessage)$/,
  pg: /^(types|DatabaseError)$/,
};

/** How a source can go out: by a module that it imports, or by what every module has. */
function waysOut(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
  const imported = [...code.matchAll(/import\s+(?!type\b)([^;]*?)\s+from\s+'([^']+)'/g)].flatMap(
    ([, names = '', from = '']) => {
      if (!modules.includes(from)) return [];
      const values = names
        .replace(/[{}]/g, '')
        .split(',')
        .map((name) => name.trim());
      return values
        .filter((name) => name !== '' && !name.startsWith('type ') && !harmless[from]?.test(name.split(' ')[0] ?? ''))
        .map((name) => `${name} of ${from}`);
    },
  );
  const loaded = [...code.matchAll(/(?:import|require)\(\s*'([^']+)'/g)].flatMap(([, from = '']) =>
    modules.includes(from) ? [`import('${from}')`] : [],
  );
  const globals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'].filter((name) => isUsed(code, name));
  return [...imported, ...loaded, ...globals];
}

/** Whether a name is used that the source was not given and did not make; `.fetch` is somebody's own. */
function isUsed(code: string, name: string): boolean {
  const words = code.replace(/'(?:\\.|[^'\\\n])*'/g, "''").replace(/^import\b[^;]*;/gm, '');
  const isMade = new RegExp(`\\b(function|const|let)\\s+${name}\\b|import\\b[^;]*\\b${name}\\b[^;]*;`).test(code);
  const isGiven = new RegExp(
    `[{(,]\\s*${name}\\??:\\s*[A-Z]|\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*(=\\s|:\\s*[A-Z])`,
  ).test(words);
  const isTaken = new RegExp(
    `(?<![.\\w$])${name}\\s*\\(|globalThis\\.${name}\\b|[:=]\\s*${name}\\s*[,;}\\n]|[{,]\\s*${name}\\s*[,}]`,
  ).test(words);
  return isTaken && !isMade && !isGiven;
}

const isOfTests = /(\.(test|testing|faults)|\/testing)\.ts$|\/chaos\//;

const sources = (): string[] =>
  globSync('{subgraphs,gateway}/**/src/**/*.ts', { cwd: root, exclude: ['**/node_modules/**'] }).filter(
    (file) => !isOfTests.test(file),
  );

test('whoever goes out by itself goes to an address of the operator; what tenants give is reached by the guarded fetch', () => {
  const files = sources();
  expect(files.length).toBeGreaterThan(300);
  const found = files.filter((file) => waysOut(readFileSync(join(root, file), 'utf8')).length > 0);
  expect(found.toSorted()).toEqual(Object.keys(known).toSorted());
});

test('only one subgraph that is opened makes the guarded fetch, with the networks that the operator allows', () => {
  const makers = sources().filter((file) => /\bopenOutsideFetch\(/.test(readFileSync(join(root, file), 'utf8')));
  expect(makers.toSorted()).toEqual(['subgraphs/kit/src/outside-fetch.ts', 'subgraphs/kit/src/subgraph.ts']);
});

test.each([
  "await fetch('https://x')",
  'const answer = await fetch(url, { method });',
  'connect({ fetch: fetch })',
  'connect({ vendor, fetch })',
  'const send = globalThis.fetch;',
  "import { request } from 'undici';",
  "import { Agent, type Dispatcher } from 'undici';",
  "import { get } from 'node:https';",
  "import http from 'node:http';",
  "import { connect as open } from 'node:tls';",
  "const { connect } = await import('node:net');",
  'new WebSocket(url)',
  "import { WebSocket } from 'ws';",
])('%s is a way out', (source) => {
  expect(waysOut(source)).not.toEqual([]);
});

test.each([
  "import type { Dispatcher } from 'undici';",
  "import { type IncomingMessage, createServer } from 'node:http';",
  "import { isIP, type LookupFunction } from 'node:net';",
  'await outside.fetch(url, { tenantId })',
  "/** As fetch( does it. */ const a = 'fetch(x)';",
  'async function send(fetch: Outside["fetch"], url: string) { return await fetch(url, {}); }',
  'const { fetch, tenantId } = way; await fetch(url, { tenantId });',
  'connect({ vendor, fetch: ctx.outside.fetch })',
])('%s is none', (source) => {
  expect(waysOut(source)).toEqual([]);
});
