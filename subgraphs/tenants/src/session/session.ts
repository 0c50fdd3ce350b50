import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedBySystem } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ObjectType } from 'type-graphql';
import { User } from '../user/user.ts';
import { ViewerAnswer } from './viewer.ts';

/** One log-in of one person, over all its refresh tokens. */
@Entity({ ...ownedBySystem, tableName: 'session' })
export class SessionRow extends Row {
  @ManyToOne({ entity: () => User, ref: true, index: true })
  user!: Ref<User>;

  /** The tenant worked in; none for platform staff that has not chosen one. */
  @Property({ type: 'uuid', nullable: true })
  tenantId?: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  expiresAt!: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  revokedAt?: Date;
}

/** One refresh token; used once, and when it is seen again the whole session ends. */
@Entity({ ...ownedBySystem, tableName: 'refresh_token' })
export class RefreshToken extends Row {
  @ManyToOne({ entity: () => SessionRow, ref: true, index: true })
  session!: Ref<SessionRow>;

  /** SHA-256, hex. */
  @Property({ type: 'text', unique: true })
  hash!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  usedAt?: Date;
}

@ObjectType({ description: 'A person is logged in.' })
export class Session {
  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`. Good for 15 minutes.' })
  accessToken!: string;

  @Field(() => String, { description: 'Good for one call of refreshSession, within 30 days.' })
  refreshToken!: string;

  @Field(() => DateTime, { description: 'When the access token ends.' })
  expiresAt!: Date;

  @Field(() => ViewerAnswer)
  viewer!: ViewerAnswer;
}
