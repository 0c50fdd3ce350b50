import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedBySystem } from '@mycelium/database/tenant';
import { User } from '../user/user.ts';

/** Somebody asked for a new password. The row is made whether or not there is such a person, so that asking takes the same work; a job finds out. */
@Entity({ ...ownedBySystem })
export class PasswordReset extends Row {
  @Property({ type: 'text' })
  email!: string;

  @ManyToOne({ entity: () => User, ref: true, nullable: true, index: true })
  user?: Ref<User>;

  /** SHA-256 of the link's token, hex; none until the e-mail is written. */
  @Property({ type: 'text', nullable: true, unique: true })
  tokenHash?: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  expiresAt!: Date;
}
