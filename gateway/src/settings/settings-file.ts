import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { cacheSecondsSchema } from '../answer/cache/lifetime.ts';
import { defaultRates } from '../caller/rates.ts';
import { isKeySet, isUrl, tokensSchema } from '../caller/tokens.ts';
import { headerRulesSchema } from '../calls/header-rules.ts';
import { openLimits } from '../operation/limits.ts';
import type { GatewayOptions } from '../options.ts';
import { isOrigin } from './web-origin.ts';

const milliseconds = z.int('is whole milliseconds').positive();
const count = z.int('is a whole number').positive();
const file = z.string().min(1);
const urls = (protocol: RegExp, example: string) => {
  const one = z.url({ protocol, error: `is a URL like ${example}, or a list of them` });
  return z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(one).min(1)).optional();
};
const limitsSchema = z.strictObject({ depth: count, aliases: count, rootFields: count, cost: count }).partial();

/** The settings of a gateway that runs alone; paths are from the folder of their file. */
const settingsSchema = z.strictObject({
  subgraphs: z
    .record(
      z.string(),
      z.strictObject({
        url: urls(/^https?$/, 'http://10.0.0.1:4001/graphql'),
        subscriptions: urls(/^wss?$/, 'ws://10.0.0.1:4001/graphql'),
      }),
    )
    .default({}),
  traffic: z
    .strictObject({
      timeoutMs: milliseconds,
      retries: z.int().min(0).max(10),
      dedup: z.boolean(),
      restMs: milliseconds,
    })
    .partial()
    .default({}),
  headers: headerRulesSchema.default([]),
  cacheSeconds: cacheSecondsSchema.optional(),
  redisUrl: z.url({ protocol: /^rediss?$/, error: 'is a URL like redis://127.0.0.1:6379' }).optional(),
  ratePerAddress: z.strictObject({ operations: count, seconds: count }).optional(),
  limits: z.strictObject({ free: limitsSchema, registered: limitsSchema }).partial().default({}),
  operations: file.optional(),
  documents: z.enum(['free', 'persisted']).optional(),
  clients: z.array(z.string().min(1)).max(100).optional(),
  rest: z.strictObject({ manifest: file, operations: z.array(file).min(1) }).optional(),
  playground: file.optional(),
  slowConsumers: z.record(z.string(), z.enum(['latest', 'drop-oldest', 'close'])).optional(),
  live: z.strictObject({ subscriptionsPerConnection: count, connectionsPerAddress: count }).partial().optional(),
  drainMs: z.int().min(0).optional(),
  tokens: tokensSchema.optional(),
  leaveMs: z.int().min(0).optional(),
  eventWaitMs: z.int().min(0).optional(),
  tls: z.strictObject({ certificate: file, key: file }).optional(),
  corsOrigins: z.array(z.string().refine(isOrigin, 'is an origin like https://app.example.com')).optional(),
  trustedProxies: z
    .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'is an address or a network'))
    .optional(),
});

/** What a settings file says; throws with one sentence for each mistake in it. */
export async function readSettings(path: string): Promise<Partial<GatewayOptions>> {
  const read = settingsSchema.safeParse(parsed(path, await readFile(path, 'utf8')) ?? {});
  if (!read.success) {
    const problems = read.error.issues.map(
      ({ path: place, message }) => `${[path, place.join('.')].filter(Boolean).join(': ')}: ${message}.`,
    );
    throw new Error(problems.join('\n'));
  }
  const {
    subgraphs,
    traffic,
    headers,
    ratePerAddress,
    limits,
    operations,
    rest,
    playground,
    live,
    tls,
    tokens,
    ...same
  } = read.data;
  const from = (name: string) => resolve(dirname(path), name);
  return {
    ...same,
    subgraphs: Object.fromEntries(
      Object.entries(subgraphs).map(([name, { url, subscriptions }]) => [
        name,
        { urls: url, subscriptionUrls: subscriptions },
      ]),
    ),
    traffic: { ...traffic, headers },
    rates: ratePerAddress && {
      ...defaultRates,
      address: { points: ratePerAddress.operations, seconds: ratePerAddress.seconds },
    },
    limits: {
      free: { ...openLimits.free, ...limits.free },
      registered: { ...openLimits.registered, ...limits.registered },
    },
    operations: operations && from(operations),
    rest: rest && {
      manifest: await readFile(from(rest.manifest), 'utf8'),
      operations: (await Promise.all(rest.operations.map((name) => readFile(from(name), 'utf8')))).join('\n'),
    },
    apps: playground ? [{ path: '/playground', directory: from(playground) }] : [],
    liveLimits: live,
    tokens: tokens && { ...tokens, jwks: isUrl(tokens.jwks) ? tokens.jwks : await keySetFile(path, from(tokens.jwks)) },
    tls: tls && { certificate: from(tls.certificate), key: from(tls.key) },
  };
}

async function keySetFile(path: string, file: string): Promise<string> {
  if (isKeySet(await readFile(file, 'utf8'))) return file;
  throw new Error(`${path}: tokens.jwks: ${file} is no JSON Web Key Set.`);
}

function parsed(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${path} is not YAML: ${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)}`);
  }
}
