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

  /** Of an item: what the next run compares both sides with. */
  @Property({ type: 'json' })
  agreed!: Facts;

  /** Of an item that comes from the product: the menu is being told, and may have it or not. */
  @Property({ type: 'boolean', default: false })
  isComing = false;

  /** Of a section: what the product was told last. */
  @Property({ type: 'json', nullable: true })
  told?: { name: Record<string, string>; position: number };
}
