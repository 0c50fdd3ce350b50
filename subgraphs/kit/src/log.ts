import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** JSON lines on stdout; secrets never reach it. */
export function createLog(name: string, level: string): Logger {
  return pino({
    name,
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.password', '*.authorization', '*.refreshToken', '*.accessToken', '*.secret', '*.token'],
  });
}
