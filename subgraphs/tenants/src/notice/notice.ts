import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByPerson } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { PageOf } from '@mycelium/kit/page';
import { type NoticeGroup, noticeGroups } from '@mycelium/schema/notice-groups';
import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

const groups = Object.keys(noticeGroups) as NoticeGroup[];

export const NoticeGroupEnum = Object.fromEntries(groups.map((group) => [group, group])) as {
  [Name in NoticeGroup]: Name;
};
registerEnumType(NoticeGroupEnum, {
  name: 'NoticeGroup',
  description: 'What a notice is about; for each group, a person chooses whether to get e-mails too.',
  valuesConfig: Object.fromEntries(groups.map((group) => [group, { description: noticeGroups[group].description }])),
});

@ObjectType({
  description: 'A notice for one person, and visible to them alone; 500 per tenant are kept, each for at most 90 days.',
})
@Unique({ properties: ['tenantId', 'userId', 'onceKey'] })
@Index({ properties: ['tenantId', 'userId', 'id'] })
@Entity({ ...ownedByPerson })
export class Notice extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Property({ type: 'uuid' })
  userId!: string;

  @Field(() => String, {
    description: 'What happened, for example sync.failed; determines the words. Show an unknown one as it is.',
  })
  @Property({ type: 'text' })
  kind!: string;

  @Field(() => String, { description: 'The page of the console with more about it, for example /sync.' })
  @Property({ type: 'text' })
  path!: string;

  @Field(() => Settings, { description: 'The facts of the kind, by name: texts and numbers.' })
  @Property({ type: 'json' })
  values!: Record<string, string | number>;

  @Property({ type: 'text' })
  onceKey!: string;

  @Field(() => DateTime, { name: 'at', description: 'When it came.' })
  declare createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When you read it; null if you have not.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  readAt?: Date;
}

@ObjectType({ description: "A page of a person's notices." })
export class NoticePage extends PageOf(Notice) {}

@ObjectType({ implements: Change, description: 'A notice arrived, or some were read, here or elsewhere.' })
export class NoticeChange extends Change {
  @Field(() => Notice, {
    nullable: true,
    description: 'The one that arrived; null if some were read, or if it is gone.',
  })
  notice?: Notice;

  @Field(() => Int, { description: 'How many you have not read now.' })
  unreadNotices!: number;
}
