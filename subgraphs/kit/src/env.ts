import { z } from 'zod';

/** The variables that every process shares. */
export const sharedEnv = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  MYCELIUM_SECRET: z.string().min(32, 'needs at least 32 characters; make one with: openssl rand -base64 48'),
};

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
