import type { Context } from '@mycelium/kit/context';
import { PageInfo } from '@mycelium/kit/page';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { onBus } from '../on-bus.ts';
import { readEntries } from '../tracking/open-entries.ts';

@ObjectType({ description: 'Unfinished deliveries, to be moved to another region.' })
export class EventExport {
  @Field(() => [String], { description: 'Each a delivery as JSON, for importEvents; oldest first.' })
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
    IMPORTED: { description: 'It is now waiting for its target.' },
    KNOWN: { description: 'It already existed, under way or ended within the last hour.' },
    REFUSED: { description: 'It is not valid and was not imported.' },
  },
});

@ObjectType({ description: 'The result for one line.' })
export class ImportedLine {
  @Field(() => Int, { description: 'The number of the line in this call, from 1.' })
  line!: number;

  @Field(() => ImportStatus)
  status!: ImportStatus;

  @Field(() => String, { nullable: true, description: 'Why it was refused, in a sentence.' })
  problem?: string;

  @Field(() => String, { nullable: true, description: 'The reason as a code, as in errors, if there is one.' })
  reason?: string;

  @Field(() => [String], { nullable: true, description: 'Where in the line the problem is.' })
  path?: string[];
}

@ObjectType({ description: 'The result of importing deliveries.' })
export class EventImport {
  @Field(() => Int)
  imported!: number;

  @Field(() => Int, { description: 'Those that already existed, under way or ended within the last hour.' })
  known!: number;

  @Field(() => Int, { description: 'Those that were not valid.' })
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
