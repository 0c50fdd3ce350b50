import { collectorVariable, parseEnv, portVariable, sharedEnv } from '@mycelium/kit/env';
import { z } from 'zod';

const count = z.coerce.number().int().positive();

/** Bounds of sockets and event streams; without limits unless set. Alone there are no viewers and tenants to count. */
const liveVariables = {
  DRAIN_MS: z.coerce.number().int().nonnegative().default(10_000),
  SUBSCRIPTIONS_PER_CONNECTION: count.default(Number.MAX_SAFE_INTEGER),
  CONNECTIONS_PER_ADDRESS: count.default(Number.MAX_SAFE_INTEGER),
};

/** The variables of a gateway that runs alone; options of the command line win. */
export function readEnv() {
  const { NODE_ENV, LOG_LEVEL } = sharedEnv;
  return parseEnv({
    NODE_ENV,
    LOG_LEVEL,
    HOST: z.string().default('127.0.0.1'),
    PORT: portVariable.default(4000),
    OTEL_EXPORTER_OTLP_ENDPOINT: collectorVariable,
    ...liveVariables,
  });
}

/** Apollo's gateway would send measurements home; it reads this when it is made. */
export function silenceTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
}
