import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum QuarantinePlace {
  RELAY = 'RELAY',
  KEEPER = 'KEEPER',
  AUDIT = 'AUDIT',
  NOTICE = 'NOTICE',
}
registerEnumType(QuarantinePlace, {
  name: 'QuarantinePlace',
  description: 'Where an entry was going when it got stuck.',
  valuesConfig: {
    RELAY: { description: 'From a subgraph to the event bus.' },
    KEEPER: { description: 'From the event bus to the stored events.' },
    AUDIT: { description: 'To the audit log.' },
    NOTICE: { description: 'To the person to be notified.' },
  },
});

/** What belongs to no tenant, since it does not say to which, is the platform's alone. */
@ObjectType({
  description: 'Something that could not be processed, and was set aside so that what came after it could be.',
})
@Unique({ properties: ['place', 'key'] })
@Entity({ ...ownedByTenant })
export class QuarantinedEntry extends Row {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'uuid', nullable: true, index: true })
  tenantId?: string;

  @Field(() => QuarantinePlace)
  @Property({ type: 'text' })
  place!: QuarantinePlace;

  /** What names it in its place, so that it is here once. */
  @Property({ type: 'text' })
  key!: string;

  @Field(() => String, { description: 'What it is, as JSON.' })
  @Property({ type: 'text' })
  entry!: string;

  @Field(() => String, { description: 'Why it could not be processed.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => DateTime, { name: 'at', description: 'When it was set aside.' })
  declare createdAt: Date;
}

@ObjectType({ description: 'A page of quarantined entries, newest first.' })
export class QuarantinedEntryPage extends PageOf(QuarantinedEntry) {}
