import { collectorVariable, parseEnv, portVariable, sharedEnv } from '@mycelium/kit/env';
import { z } from 'zod';

/** The variables of a gateway that runs alone; options of the command line win. */
export function readEnv() {
  const { NODE_ENV, LOG_LEVEL } = sharedEnv;
  return parseEnv({
    NODE_ENV,
    LOG_LEVEL,
    HOST: z.string().default('127.0.0.1'),
    PORT: portVariable.default(4000),
    OTEL_EXPORTER_OTLP_ENDPOINT: collectorVariable,
  });
}

/** Apollo's gateway would send measurements home; it reads this when it is made. */
export function silenceTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
}
