import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Product } from '../service/product.ts';
import type { Facts } from './merge.ts';

export type Kind = 'ITEM' | 'SECTION';

/** Which row of a product is which of ours, and what both sides agreed on last. */
@Unique({ properties: ['tenantId', 'system', 'kind', 'localId'] })
@Unique({ properties: ['tenantId', 'system', 'kind', 'externalId'] })
@Entity({ ...ownedByTenant })
export class ExternalId extends TenantRow {
  @Enum({ items: () => Product, type: 'string' })
  system!: Product;

  @Property({ type: 'text' })
  kind!: Kind;

  @Property({ type: 'uuid' })
  localId!: string;

  @Property({ type: 'text' })
  externalId!: string;

  /** What both sides said of an item when they last agreed, with which the next run compares them. */
  @Property({ type: 'json' })
  agreed!: Facts;

  /** Whether an item of the product is on its way into the menu, which may have it already or not. */
  @Property({ type: 'boolean', default: false })
  isComing = false;

  /** What was last sent to the product of a section. */
  @Property({ type: 'json', nullable: true })
  told?: { name: Record<string, string>; position: number };
}
