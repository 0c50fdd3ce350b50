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
  description: 'What a notice is about; for each, a person chooses whether an e-mail comes too.',
  valuesConfig: Object.fromEntries(groups.map((group) => [group, { description: noticeGroups[group].description }])),
});

@ObjectType({
  description:
    'Something that a person was told. It is theirs alone; 500 of a tenant are kept, and each for 90 days at most.',
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
    description:
      'What happened, for example sync.failed; it decides the words. Show one that you do not know as it is.',
  })
  @Property({ type: 'text' })
  kind!: string;

  @Field(() => String, { description: 'The page of the console that says more, for example /sync.' })
  @Property({ type: 'text' })
  path!: string;

  @Field(() => Settings, { description: 'The facts of the kind, by name: texts and numbers.' })
  @Property({ type: 'json' })
  values!: Record<string, string | number>;

  @Property({ type: 'text' })
  onceKey!: string;

  @Field(() => DateTime, { name: 'at', description: 'When it came.' })
  declare createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When you read it; null as long as you have not.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  readAt?: Date;
}

@ObjectType({ description: 'A page of what a person was told.' })
export class NoticePage extends PageOf(Notice) {}

@ObjectType({ implements: Change, description: 'A notice came, or some were read, here or elsewhere.' })
export class NoticeChange extends Change {
  @Field(() => Notice, { nullable: true, description: 'The one that came; null when some were read, or it is gone.' })
  notice?: Notice;

  @Field(() => Int, { description: 'How many you have not read now.' })
  unreadNotices!: number;
}
