import { openFrame } from '@mycelium/frame/frame';
import { z } from 'zod';
import { type Graph, openGraph } from './graph.ts';
import { faults, type Program, runProgram, silent } from './program.ts';
import { type Application, handlersOf, openRecords, type Records } from './records.ts';

export interface SuiteOptions {
  /** Where the graph is. */
  url: string;
  /** Each program's key. */
  keys: Record<Application, string>;
  /** Whose events the programs take, HR's alone if left out; the others only tell. */
  plays?: readonly Application[];
  /** For how long nobody else gets what a program has taken. */
  leaseMs?: number;
  port?: number;
  /** What time it is there. */
  now?: () => Date;
}

interface Member extends Program {
  /** Tells others as this application; answers the event's id. */
  publish(input: { eventType: string; payload: Record<string, unknown>; targets?: string[] }): Promise<string>;
  /** What has become of an event. */
  tracking(eventId: string): Promise<unknown>;
}

export interface Suite {
  /** Where faults are ordered and records can be read. */
  url: string;
  records: Records;
  programs: Record<Application, Member>;
  close(): Promise<void>;
}

export const applications = ['crm', 'hr', 'affiliate'] as const satisfies Application[];
const orderSchema = (plays: readonly Application[]) =>
  z.object({
    application: z.enum(plays),
    fault: z.enum(faults),
    times: z.coerce.number().int().min(1).default(1),
  });
const tellingSchema = z.object({
  application: z.enum(applications),
  eventType: z.string(),
  payload: z.string().transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))),
});

/** CRM, HR and Affiliate: programs of other people that work through the graph, until `close()`. */
export async function startSuite({
  url,
  keys,
  plays = ['hr'],
  leaseMs = 30_000,
  port,
  now,
}: SuiteOptions): Promise<Suite> {
  const records = openRecords();
  const handlers = handlersOf(records);
  const start = (application: Application): Member => {
    const graph = openGraph(url, keys[application]);
    const program = plays.includes(application)
      ? runProgram(graph, application, handlers[application], { leaseMs })
      : { ...silent };
    return Object.assign(program, voiceOf(graph));
  };
  const programs = { crm: start('crm'), hr: start('hr'), affiliate: start('affiliate') };

  const faultOrder = orderSchema(plays);
  const sufferAsOrdered = (order: unknown): z.output<typeof faultOrder> => {
    const { application, fault, times } = faultOrder.parse(order);
    programs[application].suffer(fault, times);
    return { application, fault, times };
  };
  const frame = openFrame({ now });
  const face = await frame.serve({
    name: 'Business suite',
    port,
    show: () => shown(records),
    routes: {
      // What befalls a program is ordered where what befalls an answer is.
      'POST /faults': ({ body }) =>
        faultOrder.safeParse(body).success ? sufferAsOrdered(body) : frame.faults.order(body),
    },
    actions: {
      'Tell the others': {
        fields: { application: 'hr', eventType: 'employee.updated', payload: '{ "entityId": "e1" }' },
        run(fields) {
          const { application, ...told } = tellingSchema.parse(fields);
          return programs[application].publish(told);
        },
      },
      'Let a program fail': { fields: { application: 'hr', fault: 'fail', times: '1' }, run: sufferAsOrdered },
    },
  });
  return {
    url: face.url,
    records,
    programs,
    async close() {
      await Promise.all(Object.values(programs).map((program) => program.close()));
      await face.close();
    },
  };
}

function voiceOf(graph: Graph): Pick<Member, 'publish' | 'tracking'> {
  return {
    async publish(input) {
      const { publishEvent } = await graph.ask('publish', { input });
      return z.object({ eventId: z.string() }).parse(publishEvent).eventId;
    },
    async tracking(eventId) {
      return (await graph.ask('tracking', { eventId })).eventTracking;
    },
  };
}

function shown(records: Records): unknown {
  return JSON.parse(
    JSON.stringify(records, (_key, value) => (value instanceof Map ? Object.fromEntries(value) : value)),
  );
}
