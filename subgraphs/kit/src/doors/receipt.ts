import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedByTenant } from '@mycelium/database/tenant';

/** What a vendor sent, once per connection and event. Its content goes when it has been handled; that it came stays for a while. */
@Entity({ tableName: 'webhook_receipt', ...ownedByTenant })
@Unique({ properties: ['connectionId', 'eventId'] })
export class ReceiptRow {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  tenantId!: string;

  @Property({ type: 'text' })
  door!: string;

  @Property({ type: 'uuid' })
  connectionId!: string;

  /** The vendor's. */
  @Property({ type: 'text' })
  eventId!: string;

  /** The headers that the door keeps. */
  @Property({ type: 'json' })
  headers!: Record<string, string>;

  @Property({ type: 'blob', nullable: true })
  body?: Buffer;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  receivedAt!: Date;
}
