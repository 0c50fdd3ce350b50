import { z } from 'zod';
import { blockListOf } from './outside-fetch.ts';

/** The variables that every process shares. */
export const sharedEnv = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  MYCELIUM_SECRET: z.string().min(32, 'needs at least 32 characters; make one with: openssl rand -base64 48'),
};

/** Secrets that were changed since, under which values may still be sealed; the newest first. */
export const oldSecretsVariable = z
  .string()
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .refine(
    (secrets) => secrets.every((secret) => secret.length >= 32),
    'is secrets with commas between, each of at least 32 characters',
  )
  .optional();

/** The name of the region this installation is in; every event carries it. */
export const regionVariable = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'is a short name of small letters, digits and -, like eu-west')
  .optional();

/** Where addresses that tenants give may lead, beside the outside. */
export const innerNetworksVariable = z
  .string()
  .transform((text) => text.split(',').map((network) => network.trim()))
  .refine(areNetworks, 'is networks with commas between, like 10.1.0.0/16,127.0.0.0/8')
  .optional();

/** The networks that are allowed; this machine in development, where products are played by simulators. */
export function innerNetworksOf(env: { NODE_ENV: string; INNER_NETWORKS?: string[] }): string[] {
  return env.INNER_NETWORKS ?? (env.NODE_ENV === 'production' ? [] : ['127.0.0.0/8', '::1/128']);
}

function areNetworks(networks: readonly string[]): boolean {
  try {
    blockListOf(networks);
    return true;
  } catch {
    return false;
  }
}

const isPort = 'is a port from 0 to 65535, like 4000';

export const portVariable = z.coerce.number(isPort).int(isPort).min(0, isPort).max(65_535, isPort);

/** A variable that holds JSON. */
export const jsonVariable = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('is JSON');
    return z.NEVER;
  }
});

/** Whether the clock of the business can be moved: that of a production installation never. */
export function canMoveClock({ NODE_ENV }: { NODE_ENV: string }): boolean {
  return NODE_ENV !== 'production';
}

/** How long a process that is asked to end says so and goes on before it closes its door: longer than whoever sends it work takes to notice. */
export const leaveVariable = z.coerce
  .number('is milliseconds, like 3000')
  .int('is milliseconds, like 3000')
  .nonnegative('is 0 or more')
  .optional();

/** How long that is; on a developer's machine nobody waits for it. */
export function leaveMsOf(env: { NODE_ENV: string; LEAVE_MS?: number }): number {
  return env.LEAVE_MS ?? (env.NODE_ENV === 'production' ? 3_000 : 0);
}

/** Where traces go. */
export const collectorVariable = z
  .url({ protocol: /^https?$/, error: 'is where an OTLP collector listens, like http://127.0.0.1:4318' })
  .optional();

/** The parsed environment, or one sentence per problem on stderr and exit code 1. Empty variables count as absent. */
export function parseEnv<Shape extends z.ZodRawShape>(
  shape: Shape,
  variables: NodeJS.ProcessEnv = process.env,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) process.stderr.write(`${issue.path.join('.')}: ${issue.message}.\n`);
  process.exit(1);
}
