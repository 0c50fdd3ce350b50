import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ownedByLocation } from '@mycelium/database/tenant';

/** How many orders a location has had on a business day. */
@Entity({ ...ownedByLocation })
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
