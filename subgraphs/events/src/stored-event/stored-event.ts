import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';

/**
 * A delivery that the database keeps: in every storage mode those that were given up, in some modes all of them.
 * Success needs no row unless the tenant wants its history.
 */
@Unique({ properties: ['tenantId', 'eventId', 'targetApplication'] })
@Index({ properties: ['tenantId', 'status', 'id'] })
@Index({ properties: ['tenantId', 'id'] })
@Entity({ tableName: 'event_tracking', ...ownedByTenant })
export class StoredEvent extends TenantRow {
  @Property({ type: 'uuid' })
  eventId!: string;

  @Property({ type: 'text' })
  eventType!: string;

  @Property({ type: 'text' })
  sourceApplication!: string;

  @Property({ type: 'text' })
  targetApplication!: string;

  /** PUBLISHED, ACKNOWLEDGED, FAILED or TIMEOUT. */
  @Property({ type: 'text' })
  status!: string;

  @Property({ type: 'boolean', default: false })
  acknowledged = false;

  @Property({ type: 'json', nullable: true })
  acknowledgmentData?: Record<string, unknown>;

  /** The whole event as it came, so that it can be delivered again; `jsonb` would refuse some, and change others. */
  @Property({ type: 'json', columnType: 'json' })
  event!: Record<string, unknown>;

  @Property({ type: 'text', nullable: true })
  lastError?: string;

  /** Those that failed, oldest first, over all retries. */
  @Property({ type: 'json', nullable: true })
  attempts?: Record<string, unknown>[];

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  publishedAt!: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  endedAt?: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  firstFailedAt?: Date;

  /** When somebody last had it tried again. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  retriedAt?: Date;
}
