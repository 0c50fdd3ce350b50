import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ownedByTenant } from '@mycelium/database/tenant';

/** How many orders a location has had on a business day. */
@Entity({ ...ownedByTenant })
export class OrderNumber {
  @PrimaryKey({ type: 'uuid' })
  tenantId!: string;

  @PrimaryKey({ type: 'uuid' })
  locationId!: string;

  @PrimaryKey({ type: 'date' })
  businessDate!: string;

  @Property({ type: 'integer' })
  last!: number;
}
