import { Entity, Enum, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownedBySide } from '@mycelium/database/tenant';
import { registerEnumType } from 'type-graphql';
import { SidedRow } from '../side/side.ts';

export enum FoundKind {
  CONTACT = 'CONTACT',
  ACTIVITY = 'ACTIVITY',
  NOTE = 'NOTE',
  PARTNER = 'PARTNER',
  OPPORTUNITY = 'OPPORTUNITY',
}
registerEnumType(FoundKind, { name: 'CrmThingKind', description: 'What can be found in the CRM.' });

/** By what a thing is found: a row beside it, so that one index answers for all kinds. */
@Unique({ properties: ['thingId'] })
@Index({ properties: ['tenantId', 'updatedAt'] })
@Index({
  name: 'search_entry_words',
  expression: 'create index search_entry_words on crm.search_entry using gin (tenant_id, words)',
})
@Index({
  name: 'search_entry_titles',
  expression: `create index search_entry_titles on crm.search_entry using gin (tenant_id, to_tsvector('simple'::regconfig, folded))`,
})
@Index({
  name: 'search_entry_likeness',
  expression: 'create index search_entry_likeness on crm.search_entry using gin (tenant_id, folded gin_trgm_ops)',
})
@Index({
  name: 'search_entry_name_key',
  expression: `create index search_entry_name_key on crm.search_entry (tenant_id, name_key) where kind = 'CONTACT'`,
})
@Entity({ ...ownedBySide })
export class SearchEntry extends SidedRow {
  /** Without an index of its own: others begin with it. */
  @Property({ type: 'uuid' })
  declare tenantId: string;

  @Enum({ items: () => FoundKind, type: 'string' })
  kind!: FoundKind;

  @Property({ type: 'uuid' })
  thingId!: string;

  /** What it is called. */
  @Property({ type: 'text' })
  title!: string;

  /** All else by which it is found. */
  @Property({ type: 'text' })
  body!: string;

  @Property({
    columnType: 'tsvector',
    generated: '(crm.words(title, body)) stored',
    type: 'text',
    lazy: true,
    nullable: true,
  })
  words?: string;

  @Property({ type: 'text', generated: '(crm.folded(title)) stored', lazy: true, nullable: true })
  folded?: string;

  @Property({ type: 'text', generated: '(crm.name_key(crm.folded(title))) stored', lazy: true, nullable: true })
  nameKey?: string;
}
