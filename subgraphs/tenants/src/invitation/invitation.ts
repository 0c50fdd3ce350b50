import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { maskEmail } from '@mycelium/kit/masks';
import { nameOf } from '@mycelium/kit/name';
import { PageOf } from '@mycelium/kit/page';
import { Personal } from '@mycelium/kit/personal';
import { type Role, roles } from '@mycelium/schema/role';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { Mail } from '../mail/mail.ts';
import { RoleEnum } from '../user/membership.ts';
import { User } from '../user/user.ts';

export enum InvitationStatus {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(InvitationStatus, {
  name: 'InvitationStatus',
  valuesConfig: { EXPIRED: { description: 'Nobody answered within 7 days; send it again.' } },
});

@ObjectType({
  description:
    'An invitation of an address to work for a tenant. There is one per address, which is reopened when it is invited again.',
})
@Unique({ properties: ['tenantId', 'email'] })
@Entity({ ...ownedByTenant })
export class Invitation extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Personal(maskEmail)
  @Field(() => String, {
    description: 'In full for those with pii:read, whose viewing is logged; for others only how it starts: j***@….',
  })
  @Property({ type: 'text' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'The name that the inviter gave the person.' })
  @Property({ type: 'text', nullable: true })
  name?: string;

  @Field(() => RoleEnum)
  @Enum({ items: () => [...roles], type: 'string' })
  role!: Role;

  /** SHA-256 of the link's token, hex. */
  @Property({ type: 'text', unique: true })
  tokenHash!: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  expiresAt!: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  acceptedAt?: Date | null;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  revokedAt?: Date | null;

  /** Who invited; nobody when an API client did. */
  @ManyToOne({ entity: () => User, ref: true, nullable: true })
  invitedBy?: Ref<User>;

  @ManyToOne({ entity: () => Mail, ref: true, nullable: true, deleteRule: 'set null' })
  mail?: Ref<Mail>;

  @Field(() => DateTime)
  declare createdAt: Date;
}

export function statusOf(invitation: Pick<Invitation, 'acceptedAt' | 'revokedAt' | 'expiresAt'>): InvitationStatus {
  if (invitation.acceptedAt) return InvitationStatus.ACCEPTED;
  if (invitation.revokedAt) return InvitationStatus.REVOKED;
  return invitation.expiresAt < new Date() ? InvitationStatus.EXPIRED : InvitationStatus.OPEN;
}

@ObjectType({ description: 'A page of invitations.' })
export class InvitationPage extends PageOf(Invitation) {}

@InputType({ description: 'Whom to invite, and in which role.' })
export class InviteMemberInput {
  @Field(() => String)
  email!: string;

  @Field(() => RoleEnum, { description: 'Not above your own; only an owner can create an owner.' })
  role!: Role;

  @Field(() => String, { nullable: true })
  name?: string;
}

const name = nameOf(120, 'A name has at least 1 character');

export const inviteMemberSchema = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email('This is not an e-mail address').max(254, 'An e-mail address has at most 254 characters')),
  role: z.enum(roles),
  name: name.nullish(),
});

export const personNameSchema = name;

@ObjectType({ description: 'What a link invites to; anyone with the link may see it.' })
export class InvitationOffer {
  @Field(() => String)
  tenantName!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => String, { nullable: true, description: 'The name of the inviter.' })
  invitedBy?: string;

  @Field(() => DateTime)
  expiresAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether this address can already log in: then its password is asked for, not a new one.',
  })
  hasAccount!: boolean;
}
