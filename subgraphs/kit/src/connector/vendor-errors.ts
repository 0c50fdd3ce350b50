import { z } from 'zod';

/** What an answer means, where its status does not say it. */
export interface Verdict {
  /** THROTTLED: too much was asked; PASSING: asking again may help; SIGNED_OUT: the token is no longer good; REFUSED: for good. */
  is: 'THROTTLED' | 'PASSING' | 'SIGNED_OUT' | 'REFUSED';
  /** The vendor's own code. */
  code?: string;
  words?: string;
  pauseMs?: number;
}

/** Reads a vendor's answer, of whatever status; undefined when it is no error, or says no more than the status does. */
export type ReadError = (body: unknown, status: number) => Verdict | undefined;

/** Reads those answers whose body has a shape, and leaves all others to their status. */
export function errorsOf<Schema extends z.ZodType>(
  schema: Schema,
  judge: (error: z.output<Schema>, status: number) => Verdict | undefined,
): ReadError {
  return (body, status) => {
    const { success, data } = z.safeParse(schema, body);
    return success ? judge(data, status) : undefined;
  };
}
