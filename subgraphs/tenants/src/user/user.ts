import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedBySystem } from '@mycelium/database/tenant';
import { maskEmail } from '@mycelium/kit/masks';
import { Personal } from '@mycelium/kit/personal';
import type { NoticeGroup } from '@mycelium/schema/notice-groups';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person who can log in.' })
@Entity({ ...ownedBySystem })
export class User extends Row {
  @Field(() => ID)
  declare id: string;

  @Personal(maskEmail)
  @Field(() => String, {
    description:
      'In full for the person and for those with pii:read, whose viewing is logged; for others only how it starts: j***@….',
  })
  @Property({ type: 'text', unique: true })
  email!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  passwordHash!: string;

  /** The platform's own staff, who may work for any tenant. */
  @Property({ type: 'boolean', default: false })
  isPlatformAdmin = false;

  /** What they have chosen for themselves; where they have not, it is as the tenant has it. */
  @Property({ type: 'text', nullable: true })
  language?: string | null;

  @Property({ type: 'text', nullable: true })
  timeZone?: string | null;

  /** Which groups of notices come with an e-mail, as far as they have chosen. */
  @Property({ type: 'json', nullable: true })
  emails?: Partial<Record<NoticeGroup, boolean>>;
}
