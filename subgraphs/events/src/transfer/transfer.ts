import { redeliverEvent } from '@mycelium/kit/bus/bus';
import { answerKey } from '@mycelium/kit/bus/keys';
import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { PageInfo } from '@mycelium/kit/page';
import { eventSchema } from '@mycelium/schema/events';
import { Field, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { readEntries } from '../tracking/open-entries.ts';

@ObjectType({ description: 'Deliveries that have not ended, to be taken to another region.' })
export class EventExport {
  @Field(() => [String], { description: 'Each a delivery as JSON, as importEvents takes it; oldest first.' })
  lines!: string[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are over all pages.' })
  totalCount!: number;
}

@ObjectType({ description: 'What became of deliveries that were imported.' })
export class EventImport {
  @Field(() => Int)
  imported!: number;

  @Field(() => Int, { description: 'Those that were here already, under way or ended within the last hour.' })
  known!: number;
}

const lineSchema = z.object({ target: z.string(), event: eventSchema });
const linesSchema = z.array(z.string()).min(1, 'Give at least 1 line').max(500, 'At most 500 lines at a time');

/** A page of deliveries that have not ended. */
export async function exportEvents(
  ctx: Context,
  tenant: string,
  request: { first: number; after?: string },
): Promise<EventExport> {
  const { entries, pageInfo, totalCount } = await onBus(ctx, () => readEntries(ctx, tenant, request));
  return { lines: entries.map(({ target, event }) => JSON.stringify({ target, event })), pageInfo, totalCount };
}

/** Takes deliveries over, with their ids, each once; none when one of them is not right. */
export async function importEvents(ctx: Context, tenant: string, lines: readonly string[]): Promise<EventImport> {
  parseInput(linesSchema, lines, ['lines']);
  const registry = await readRegistry(ctx, tenant);
  const deliveries = lines.map((line, index) => {
    const path = ['lines', String(index)];
    const { target, event } = parseInput(lineSchema, jsonOf(line), path);
    if (event.feed !== tenant) throw new Invalid('This event is of another tenant.', [...path, 'event', 'feed']);
    if (!registry.type(event.type)) throw new Invalid(`There is no event type ${event.type}.`, [...path, 'event']);
    if (!registry.applications.has(target))
      throw new Invalid(`There is no application ${target}.`, [...path, 'target']);
    return { target, event };
  });
  return onBus(ctx, async (redis) => {
    let imported = 0;
    for (const { target, event } of deliveries) {
      if ((await redis.exists(answerKey(tenant, target, event.id))) === 1) continue;
      const answer = await redeliverEvent(redis, event, target, { isReplay: false, wasStored: false });
      if (answer === 'DELIVERED') imported += 1;
    }
    return { imported, known: deliveries.length - imported };
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
