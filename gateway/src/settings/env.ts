import {
  collectorVariable,
  jsonVariable,
  leaveMsOf,
  leaveVariable,
  parseEnv,
  portVariable,
  sharedEnv,
} from '@mycelium/kit/env';
import { metricsReadersOf, metricsVariables } from '@mycelium/kit/metrics-readers';
import { z } from 'zod';
import { defaultRates, type Rates } from '../caller/rates.ts';
import { type LiveLimits, noLimits } from '../live/limits.ts';
import { slowConsumersSchema } from '../live/slow-reader.ts';
import type { Introspection } from '../operation/admission.ts';
import { defaultLimits, type LimitSettings } from '../operation/limits.ts';
import { isOrigin } from './web-origin.ts';

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** Bounds of sockets and event streams. A gateway alone has no viewers and tenants to count. */
export const liveVariables = (limits: LiveLimits) => ({
  DRAIN_MS: z.coerce.number('is milliseconds, like 10000').int().nonnegative('is 0 or more').default(10_000),
  LEAVE_MS: leaveVariable,
  EVENT_WAIT_MS: z.coerce.number('is milliseconds, like 30000').int().nonnegative('is 0 or more').default(30_000),
  SLOW_CONSUMERS: jsonVariable.pipe(slowConsumersSchema).optional(),
  SUBSCRIPTIONS_PER_CONNECTION: count(limits.subscriptionsPerConnection),
  CONNECTIONS_PER_VIEWER: count(limits.connectionsPerViewer),
  CONNECTIONS_PER_TENANT: count(limits.connectionsPerTenant),
  CONNECTIONS_PER_ADDRESS: count(limits.connectionsPerAddress),
});

/** What these variables mean. */
export function liveOf(env: z.infer<z.ZodObject<ReturnType<typeof liveVariables>>> & { NODE_ENV: string }) {
  const liveLimits: LiveLimits = {
    subscriptionsPerConnection: env.SUBSCRIPTIONS_PER_CONNECTION,
    connectionsPerViewer: env.CONNECTIONS_PER_VIEWER,
    connectionsPerTenant: env.CONNECTIONS_PER_TENANT,
    connectionsPerAddress: env.CONNECTIONS_PER_ADDRESS,
  };
  return {
    liveLimits,
    slowConsumers: env.SLOW_CONSUMERS,
    drainMs: env.DRAIN_MS,
    leaveMs: leaveMsOf(env),
    eventWaitMs: env.EVENT_WAIT_MS,
  };
}

/** The variables of a gateway that runs alone. */
export const aloneVariables = {
  NODE_ENV: sharedEnv.NODE_ENV,
  LOG_LEVEL: sharedEnv.LOG_LEVEL,
  HOST: z.string().default('127.0.0.1'),
  PORT: portVariable.default(4000),
  OTEL_EXPORTER_OTLP_ENDPOINT: collectorVariable,
  ...metricsVariables,
  ...liveVariables(noLimits),
};

/** What they say; options of the command line win. */
export function readEnv() {
  return parseEnv(aloneVariables);
}

/** Apollo's gateway would send measurements home; it reads this when it is made. */
export function silenceTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
}

/** The variables of what protects a gateway that has logins. */
export const protectionVariables = {
  FREE_MAX_DEPTH: count(defaultLimits.free.depth),
  FREE_MAX_ALIASES: count(defaultLimits.free.aliases),
  FREE_MAX_ROOT_FIELDS: count(defaultLimits.free.rootFields),
  FREE_MAX_COST: count(defaultLimits.free.cost),
  REGISTERED_MAX_DEPTH: count(defaultLimits.registered.depth),
  REGISTERED_MAX_ALIASES: count(defaultLimits.registered.aliases),
  REGISTERED_MAX_ROOT_FIELDS: count(defaultLimits.registered.rootFields),
  REGISTERED_MAX_COST: count(defaultLimits.registered.cost),
  RATE_ADDRESS_PER_MINUTE: z.coerce.number().int().positive().optional(),
  RATE_API_KEY_PER_HOUR: count(defaultRates.apiKey.points),
  RATE_TENANT_PER_HOUR: count(defaultRates.tenant.points),
  RATE_VIEWER_PER_MINUTE: count(defaultRates.viewer.points),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((each) => each.trim() || [])),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((each) => each.trim() || []))
    .refine((origins) => origins.every(isOrigin), 'are origins like https://app.example.com, separated by commas'),
  DOCUMENTS: z
    .enum(['free', 'persisted'], {
      error: 'is free, or persisted: people, screens and anonymous viewers may then ask registered operations only',
    })
    .default('free'),
  ...metricsVariables,
  INTROSPECTION: z.enum(['everyone', 'known viewers', 'admins']).optional(),
};
type ProtectionVariables = z.infer<z.ZodObject<typeof protectionVariables>> & { NODE_ENV: string };

/** What these variables mean. On a developer's machine everybody has one address, so there it may ask more. */
export function protectionOf(env: ProtectionVariables) {
  const isProduction = env.NODE_ENV === 'production';
  const perAddress = isProduction ? defaultRates.address.points : 10 * defaultRates.address.points;
  const rates: Rates = {
    address: { points: env.RATE_ADDRESS_PER_MINUTE ?? perAddress, seconds: 60 },
    apiKey: { points: env.RATE_API_KEY_PER_HOUR, seconds: 3_600 },
    tenant: { points: env.RATE_TENANT_PER_HOUR, seconds: 3_600 },
    viewer: { points: env.RATE_VIEWER_PER_MINUTE, seconds: 60 },
  };
  const limits: LimitSettings = {
    free: {
      depth: env.FREE_MAX_DEPTH,
      aliases: env.FREE_MAX_ALIASES,
      rootFields: env.FREE_MAX_ROOT_FIELDS,
      cost: env.FREE_MAX_COST,
    },
    registered: {
      depth: env.REGISTERED_MAX_DEPTH,
      aliases: env.REGISTERED_MAX_ALIASES,
      rootFields: env.REGISTERED_MAX_ROOT_FIELDS,
      cost: env.REGISTERED_MAX_COST,
    },
  };
  const introspection: Introspection = env.INTROSPECTION ?? (isProduction ? 'admins' : 'everyone');
  const { DOCUMENTS: documents, TRUSTED_PROXIES: trustedProxies, CORS_ORIGINS: corsOrigins } = env;
  return {
    metricsReaders: metricsReadersOf(env),
    documents,
    introspection,
    limits,
    rates,
    trustedProxies,
    corsOrigins,
  };
}
