import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheSecondsSchema } from '@mycelium/gateway/answer/cache/lifetime';
import { headerRulesSchema } from '@mycelium/gateway/calls/header-rules';
import { usualTraffic } from '@mycelium/gateway/calls/traffic';
import { generousLimits } from '@mycelium/gateway/live/limits';
import { liveOf, liveVariables, protectionOf, protectionVariables } from '@mycelium/gateway/settings/env';
import {
  collectorVariable,
  innerNetworksOf,
  innerNetworksVariable,
  jsonVariable,
  oldSecretsVariable,
  parseEnv,
  portVariable,
  regionVariable,
  sharedEnv,
} from '@mycelium/kit/env';
import { filesVariable } from '@mycelium/kit/files/bucket';
import { mailVariables } from '@mycelium/kit/mail';
import { addressList } from '@mycelium/kit/neighbours';
import { type SubgraphName, subgraphNames, urlVariableOf } from '@mycelium/schema/roster';
import { z } from 'zod';

/** The clone this process runs in. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const subgraphUrls = subgraphNames.map((name) => [urlVariableOf(name), addressList.optional()]);

const file = z
  .string()
  .transform((path) => resolve(root, path))
  .refine((path) => existsSync(path), 'is a file in PEM');

const milliseconds = z.coerce.number('is milliseconds, like 30000').int().min(1, 'is at least 1 ms');

/** The variables of the platform, beside PORT. */
export const platformVariables = {
  NODE_ENV: sharedEnv.NODE_ENV,
  LOG_LEVEL: sharedEnv.LOG_LEVEL.unwrap().optional(),
  MYCELIUM_SECRET: sharedEnv.MYCELIUM_SECRET.optional(),
  MYCELIUM_OLD_SECRETS: oldSecretsVariable,
  MYCELIUM_SECRET_CHANGED: z.enum(['0', '1'], { error: 'is 1 for the first start with another secret' }).optional(),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'should look like postgres://user:password@host:5432/database; without it PostgreSQL is embedded',
    })
    .optional(),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'should look like redis://host:6379; without it Redis is embedded' })
    .optional(),
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(usualTraffic.timeoutMs),
  SUBGRAPH_RETRIES: z.coerce.number('is a number, like 2').int().min(0).max(10).default(usualTraffic.retries),
  SHARE_QUERIES: z
    .enum(['0', '1'], { error: 'is 1 to share the answers of identical queries under way, or 0' })
    .default('1'),
  HEADER_RULES: jsonVariable.pipe(headerRulesSchema).optional(),
  CACHE_SECONDS: jsonVariable.pipe(cacheSecondsSchema).optional(),
  TLS_CERTIFICATE: file.optional(),
  TLS_KEY: file.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: collectorVariable,
  ...mailVariables,
  INNER_NETWORKS: innerNetworksVariable,
  REGION: regionVariable,
  ...protectionVariables,
  ...liveVariables(generousLimits),
  DATA_DIR: z.string().default('.data'),
  FILES_URL: filesVariable,
  DEMO_DATA: z.enum(['0', '1'], { error: 'is 1 to seed the demo tenants into DATABASE_URL, or 0' }).optional(),
  ...(Object.fromEntries(subgraphUrls) as Record<
    ReturnType<typeof urlVariableOf<SubgraphName>>,
    z.ZodType<string[] | undefined>
  >),
};

export type Env = ReturnType<typeof readEnv>;

/** The platform's settings; what contradicts itself is refused in one sentence, with exit code 1. */
export function readEnv({ PORT }: { PORT: number } = { PORT: 4000 }) {
  const env = parseEnv({ ...platformVariables, PORT: portVariable.default(PORT) });
  const isProduction = env.NODE_ENV === 'production';
  const { TLS_CERTIFICATE: certificate, TLS_KEY: key } = env;
  const problems = isProduction ? productionProblems(env) : [];
  if (!certificate !== !key) problems.push('TLS_CERTIFICATE and TLS_KEY belong together: give both, or neither.');
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length) process.exit(1);
  return {
    ...env,
    logLevel: env.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    innerNetworks: innerNetworksOf(env),
    protection: protectionOf(env),
    live: liveOf(env),
    tls: certificate && key ? { certificate, key } : undefined,
    dataDir: resolve(root, env.DATA_DIR),
    traffic: {
      timeoutMs: env.SUBGRAPH_TIMEOUT_MS,
      retries: env.SUBGRAPH_RETRIES,
      dedup: env.SHARE_QUERIES === '1',
      headers: env.HEADER_RULES ?? [],
    },
    /** Demo accounts have a known password, so they exist in the embedded database, or where they are asked for. */
    wantsDemoData: env.DEMO_DATA ? env.DEMO_DATA === '1' : !env.DATABASE_URL,
  };
}

function productionProblems(env: z.infer<z.ZodObject<typeof platformVariables>>): string[] {
  const missing = (['MYCELIUM_SECRET', 'DATABASE_URL', 'REDIS_URL'] as const).filter((name) => !env[name]);
  const problems = missing.map(
    (name) => `${name} must be set when NODE_ENV is production: what is embedded or generated is for development.`,
  );
  if (env.DEMO_DATA === '1')
    problems.push('DEMO_DATA=1 is refused when NODE_ENV is production: the demo accounts have a known password.');
  return problems;
}
