import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';
import type { Context } from './context.ts';
import { HealthStatus, statusByAge } from './health-status.ts';

@Directive('@shareable')
@ObjectType({ description: 'How one part of what a tenant relies on is doing.' })
export class HealthPart {
  @Field(() => HealthStatus)
  status!: HealthStatus;

  @Field(() => DateTime, { nullable: true, description: 'Since when; null when that is not known.' })
  since?: Date;

  @Field(() => String, { description: 'In a few words, for a person.' })
  detail!: string;
}

/** Whether what the tenant's changes tell is leaving this subgraph: the age of the oldest event that waits for its relay. */
export async function outboxHealth({ em, viewer }: Context): Promise<HealthPart> {
  const [row] = await em.execute<{ waiting: number; oldest: string | null }[]>(
    `select count(*)::int as waiting, min(event->>'at') as oldest from ${String(em.config.get('schema'))}.outbox
     where event->>'feed' = ?`,
    [viewer.tenantId ?? ''],
  );
  const { waiting = 0, oldest } = row ?? {};
  if (!oldest) return { status: HealthStatus.OK, detail: 'Every change is told' };
  const since = new Date(oldest);
  const detail = waiting === 1 ? '1 change waits to be told' : `${waiting} changes wait to be told`;
  return { status: statusByAge(Date.now() - since.getTime()), since, detail };
}
