import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';

/** That a rate was asked for, under a key: the same key again asks for nothing. */
@Unique({ properties: ['tenantId', 'idempotencyKey'] })
@Entity({ ...ownedByTenant })
export class RateOrder extends TenantRow {
  @Property({ type: 'uuid' })
  partnerId!: string;

  @Property({ type: 'decimal', precision: 9, scale: 6 })
  rate!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;
}
