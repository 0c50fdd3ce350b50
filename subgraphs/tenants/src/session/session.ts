import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedBySystem } from '@mycelium/database/tenant';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { User } from '../user/user.ts';
import { ViewerAnswer } from './viewer.ts';

@ObjectType({ description: 'One login of one person, on one device, until it ends.' })
@Entity({ ...ownedBySystem, tableName: 'session' })
export class UserSession extends Row {
  @Field(() => ID)
  declare id: string;

  @Field(() => DateTime)
  declare createdAt: Date;

  @ManyToOne({ entity: () => User, ref: true, index: true })
  user!: Ref<User>;

  /** The tenant worked in; none for platform staff that has not chosen one. */
  @Property({ type: 'uuid', nullable: true })
  tenantId?: string;

  @Field(() => DateTime, { description: 'When it expires, unless it ends before.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  expiresAt!: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  revokedAt?: Date;

  @Field(() => DateTime, { description: 'When it last got new tokens, to the quarter of an hour.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', defaultRaw: 'now()' })
  lastUsedAt: Date = new Date();

  @Field(() => String, { nullable: true, description: 'The network address it was last used from.' })
  @Property({ type: 'text', nullable: true })
  address?: string;

  /** What the browser says it is. */
  @Property({ type: 'text', nullable: true })
  userAgent?: string;
}

@ObjectType({ description: 'A page of sessions.' })
export class UserSessionPage extends PageOf(UserSession) {}

/** One refresh token; used once, and when it is seen again much later the whole session ends. */
@Entity({ ...ownedBySystem, tableName: 'refresh_token' })
export class RefreshToken extends Row {
  @ManyToOne({ entity: () => UserSession, ref: true, index: true })
  session!: Ref<UserSession>;

  /** SHA-256, hex. */
  @Property({ type: 'text', unique: true })
  hash!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  usedAt?: Date;
}

@ObjectType({ description: 'Somebody is logged in.' })
export class Session {
  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`. Valid for 15 minutes.' })
  accessToken!: string;

  @Field(() => String, {
    description:
      'Works for one call of refreshSession, within 30 days; the same call repeated within 30 seconds returns the same again.',
  })
  refreshToken!: string;

  @Field(() => DateTime, { description: 'When the access token expires.' })
  expiresAt!: Date;

  @Field(() => ViewerAnswer)
  viewer!: ViewerAnswer;
}
