import { type Opt, OptionalProps } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 as uuidv7 } from 'uuid';

/** What every row has: an id that sorts by time (UUIDv7), its times, and a version that each write raises by one. */
@Entity({ abstract: true })
export abstract class Row {
  [OptionalProps]?: string;

  @PrimaryKey({ type: 'uuid' })
  id: string & Opt = uuidv7();

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', defaultRaw: 'now()' })
  createdAt: Date & Opt = new Date();

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', defaultRaw: 'now()', onUpdate: () => new Date() })
  updatedAt: Date & Opt = new Date();

  @Property({ type: 'integer', version: true })
  version!: number & Opt;
}

/** A row that belongs to a tenant; its entity takes the options `ownedByTenant`. */
@Entity({ abstract: true })
export abstract class TenantRow extends Row {
  @Property({ type: 'uuid', index: true })
  tenantId!: string;
}
