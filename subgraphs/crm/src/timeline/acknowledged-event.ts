import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';

/** That the bus had an acknowledgment from here, of an event that leaves an entry: the bus's own word, by which the timeline is checked. */
@Unique({ properties: ['tenantId', 'eventId'] })
@Index({ properties: ['tenantId', 'acknowledgedAt', 'eventId'] })
@Index({ properties: ['acknowledgedAt'] })
@Entity({ ...ownedByTenant })
export class AcknowledgedEvent extends TenantRow {
  @Property({ type: 'uuid' })
  eventId!: string;

  @Property({ type: 'text' })
  type!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  acknowledgedAt!: Date;
}
