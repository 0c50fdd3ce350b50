import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { Context } from './context.ts';
import { HealthCode, HealthStatus, statusByAge } from './health-status.ts';

@Directive('@shareable')
@ObjectType({ description: 'A number that belongs to a code.' })
export class HealthValue {
  @Field(() => String, { description: 'As named in the description of the code.' })
  name!: string;

  @Field(() => Int)
  count!: number;
}

@Directive('@shareable')
@ObjectType({ description: 'How one part that a tenant relies on is doing.' })
export class HealthPart {
  @Field(() => HealthStatus)
  status!: HealthStatus;

  @Field(() => DateTime, { nullable: true, description: 'Since when; null if unknown.' })
  since?: Date;

  @Field(() => HealthCode, { description: 'Why; an application shows its own words for each.' })
  code!: HealthCode;

  @Field(() => [HealthValue], { description: 'The numbers that go with the code.' })
  values!: HealthValue[];

  /** For consoles that are open since before there were codes. */
  @Field(() => String, { deprecationReason: 'Say the code in words of your own.' })
  detail!: string;
}

/** A part in one line. */
export function partOf(
  status: HealthStatus,
  code: HealthCode,
  values: Record<string, number> = {},
  since?: Date | string | null,
): HealthPart {
  return {
    status,
    code,
    values: Object.entries(values).map(([name, count]) => ({ name, count })),
    since: since ? new Date(since) : undefined,
    detail: [code, ...Object.entries(values).map(([name, count]) => `${name} ${count}`)].join(', '),
  };
}

/** Whether what the tenant's changes publish is leaving this subgraph: the age of the oldest event that waits for its relay. */
export async function outboxHealth({ em, viewer }: Context): Promise<HealthPart> {
  const [row] = await em.execute<{ waiting: number; oldest: string | null }[]>(
    `select count(*)::int as waiting, min(event->>'at') as oldest from ${String(em.config.get('schema'))}.outbox
     where event->>'feed' = ?`,
    [viewer.tenantId ?? ''],
  );
  const { waiting = 0, oldest } = row ?? {};
  if (!oldest) return partOf(HealthStatus.OK, HealthCode.ALL_TOLD);
  const age = Date.now() - Date.parse(oldest);
  return partOf(statusByAge(age), HealthCode.CHANGES_WAIT, { changes: waiting }, oldest);
}
