import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { part } from '@mycelium/kit/part';

/** A time in which something is meant to be so, as JSON has it. */
export interface Quiet {
  from: string;
  to: string;
}

/** What the owner of a thing said last: that something is wrong with it, or is no longer. */
@Unique({ properties: ['tenantId', 'kind', 'thingId'] })
@Index({ properties: ['isSo', 'toldAt'] })
@Entity({ tableName: 'condition', ...ownedByTenant })
export class Condition extends TenantRow {
  /** As it was said; another version may know kinds that this one does not. */
  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'uuid' })
  thingId!: string;

  @Property({ type: 'uuid', nullable: true })
  partId?: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'boolean' })
  isSo!: boolean;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  since!: Date;

  /** How often in a row, where that is counted. */
  @Property({ type: 'double', nullable: true })
  value?: number;

  @Property({ type: 'json' })
  quiet: Quiet[] = [];

  /** To the microsecond, so that of two that are said one is the later. */
  @Property({ type: 'datetime', columnType: 'timestamptz(6)' })
  toldAt!: Date;
}

export const conditionPart = part(Condition);
