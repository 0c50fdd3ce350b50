import { z } from 'zod';

const where = {
  /** How many calls or webhooks it befalls. */
  times: z.coerce.number<number | string>().int().min(1).default(1),
  /** Only those whose path, or for webhooks whose address, holds this text. */
  path: z.string().default(''),
  method: z.string().optional(),
};
const ms = z.coerce.number<number | string>().int().min(0).max(600_000);

const kinds = z.discriminatedUnion('fault', [
  z.strictObject({
    fault: z.literal('answer'),
    status: z.coerce.number<number | string>().int().min(200).max(599),
    retryAfter: z.coerce.number<number | string>().min(0).optional(),
    retryAs: z.enum(['seconds', 'date']).default('seconds'),
    body: z.unknown().optional(),
    ...where,
  }),
  z.strictObject({ fault: z.literal('latency'), ms, ...where }),
  z.strictObject({ fault: z.literal('lost'), ...where }),
  z.strictObject({ fault: z.literal('truncated'), ...where }),
  z.strictObject({ fault: z.literal('cut'), ...where }),
  z.strictObject({ fault: z.literal('repeated-page'), ...where }),
  z.strictObject({ fault: z.literal('expired-token'), ...where }),
  z.strictObject({ fault: z.literal('webhook-twice'), ...where }),
  z.strictObject({ fault: z.literal('webhook-late'), ms, ...where }),
  z.strictObject({ fault: z.literal('webhook-reversed'), ms: ms.default(10_000), ...where }),
  z.strictObject({ fault: z.literal('webhook-old-secret'), ...where }),
]);

/** An order without a name is an answer: `{ status: 500, times: 2 }`. */
const faultSchema = z.preprocess(
  (order) => (typeof order === 'object' && order && !('fault' in order) ? { fault: 'answer', ...order } : order),
  kinds,
);
type Named = z.input<typeof kinds>;
export type FaultOrder = Named | Omit<Extract<Named, { fault: 'answer' }>, 'fault'>;
export type Fault = z.output<typeof kinds>;
export const faultNames = kinds.options.map((option) => option.shape.fault.value);

type Kind = Fault['fault'];

/** What goes wrong next, in the order in which it was asked for. */
export interface Faults {
  order(fault: unknown): Fault;
  /** The first fault of a kind that befalls this call, which has then happened once more. */
  take<Name extends Kind>(
    fault: Name,
    call: { method: string; path: string },
  ): Extract<Fault, { fault: Name }> | undefined;
  /** What has not happened yet. */
  readonly waiting: readonly Fault[];
}

export function openFaults(): Faults {
  let waiting: Fault[] = [];
  return {
    order(order) {
      const fault = faultSchema.parse(order);
      waiting.push(fault);
      return { ...fault };
    },
    take(kind, { method, path }) {
      const fault = waiting.find(
        (one): one is Extract<Fault, { fault: typeof kind }> =>
          one.fault === kind && path.includes(one.path) && (one.method ?? method) === method,
      );
      if (fault) fault.times -= 1;
      waiting = waiting.filter(({ times }) => times > 0);
      return fault;
    },
    get waiting() {
      return waiting;
    },
  };
}
