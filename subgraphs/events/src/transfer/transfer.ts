import type { Context } from '@mycelium/kit/context';
import { PageInfo } from '@mycelium/kit/page';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
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

export enum ImportStatus {
  IMPORTED = 'IMPORTED',
  KNOWN = 'KNOWN',
  REFUSED = 'REFUSED',
}
registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  valuesConfig: {
    IMPORTED: { description: 'It waits for its target now.' },
    KNOWN: { description: 'It was here already, under way or ended within the last hour.' },
    REFUSED: { description: 'It is not right, and nothing became of it.' },
  },
});

@ObjectType({ description: 'What became of one line.' })
export class ImportedLine {
  @Field(() => Int, { description: 'Its place among the lines of the call, from 1.' })
  line!: number;

  @Field(() => ImportStatus)
  status!: ImportStatus;

  @Field(() => String, { nullable: true, description: 'Why it was refused, in a sentence.' })
  problem?: string;

  @Field(() => String, { nullable: true, description: 'The same as a code, where there is one, as errors have it.' })
  reason?: string;

  @Field(() => [String], { nullable: true, description: 'Where in the line the trouble is.' })
  path?: string[];
}

@ObjectType({ description: 'What became of deliveries that were imported.' })
export class EventImport {
  @Field(() => Int)
  imported!: number;

  @Field(() => Int, { description: 'Those that were here already, under way or ended within the last hour.' })
  known!: number;

  @Field(() => Int, { description: 'Those that were not right.' })
  refused!: number;

  @Field(() => [ImportedLine], { description: 'One for each line, in their order.' })
  lines!: ImportedLine[];
}

/** A page of deliveries that have not ended. */
export async function exportEvents(
  ctx: Context,
  tenant: string,
  request: { first: number; after?: string },
): Promise<EventExport> {
  const { entries, pageInfo, totalCount } = await onBus(ctx, () => readEntries(ctx, tenant, request));
  return { lines: entries.map(({ target, event }) => JSON.stringify({ target, event })), pageInfo, totalCount };
}
