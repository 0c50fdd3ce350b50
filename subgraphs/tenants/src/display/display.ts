import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { nameOf } from '@mycelium/kit/name';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { MenuBoard } from '../menu-board/menu-board.ts';

export enum DisplayStatus {
  ONLINE = 'ONLINE',
  OFFLINE = 'OFFLINE',
  REVOKED = 'REVOKED',
}
registerEnumType(DisplayStatus, {
  name: 'DisplayStatus',
  valuesConfig: {
    ONLINE: { description: 'Its last heartbeat was within 45 seconds.' },
    OFFLINE: { description: 'There has been no heartbeat for 45 seconds.' },
    REVOKED: { description: 'Its token no longer works; pair it again.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A screen in front of guests.' })
@Index({ properties: ['told', 'lastSeenAt'] })
@Entity({ ...ownedByTenant })
export class Display extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => DateTime, { nullable: true, description: 'Its last heartbeat; null if there never was one.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  lastSeenAt?: Date;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  pairedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The version of the signage app.' })
  @Property({ type: 'text', nullable: true })
  appVersion?: string;

  @Field(() => Int, { nullable: true, description: 'In CSS pixels.' })
  @Property({ type: 'integer', nullable: true })
  width?: number;

  @Field(() => Int, { nullable: true, description: 'In CSS pixels.' })
  @Property({ type: 'integer', nullable: true })
  height?: number;

  @Field(() => Int, { description: 'Rises when an operator changes it.' })
  declare version: number;

  /** SHA-256 of its token, hex; none until it has collected one. */
  @Property({ type: 'text', nullable: true, unique: true })
  tokenHash?: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  revokedAt?: Date;

  /** The status that was last announced, so that each turn is announced once. */
  @Enum({ items: () => DisplayStatus, type: 'string', default: DisplayStatus.OFFLINE })
  told: DisplayStatus = DisplayStatus.OFFLINE;

  @ManyToOne({ entity: () => MenuBoard, ref: true, nullable: true, index: true, deleteRule: 'set null' })
  board?: Ref<MenuBoard>;

  /** Of the restaurant subgraph. */
  @Property({ type: 'uuid', nullable: true })
  locationId?: string;
}

@ObjectType({ description: 'A page of screens.' })
export class DisplayPage extends PageOf(Display) {}

@InputType({ description: 'What the screen is called, and what it shows.' })
export class PairDisplayInput {
  @Field(() => String, { description: 'At most 80 characters.' })
  name!: string;

  @Field(() => ID, { nullable: true })
  boardId?: string;

  @Field(() => ID, { nullable: true, description: 'The location where it hangs.' })
  locationId?: string;
}

@InputType({ description: 'What to change; what you leave out stays the same.' })
export class UpdateDisplayInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => ID, { nullable: true, description: 'null removes the board.' })
  boardId?: string | null;
}

@InputType({ description: 'What a screen reports about itself.' })
export class HeartbeatInput {
  @Field(() => String, { description: 'The version of the signage app, at most 40 characters.' })
  appVersion!: string;

  @Field(() => Int, { description: 'In CSS pixels.' })
  width!: number;

  @Field(() => Int, { description: 'In CSS pixels.' })
  height!: number;
}

const name = nameOf(80, 'Give the screen a name');
const pixels = z.number().int().min(1).max(100_000, 'This is larger than any screen');
export const pairDisplaySchema = z.object({ name, boardId: z.string().nullish(), locationId: z.string().nullish() });
export const updateDisplaySchema = z.object({
  version: z.number().int(),
  name: name.nullish(),
  boardId: z.string().nullish(),
});
export const heartbeatSchema = z.object({
  appVersion: z.string().max(40, 'A version has at most 40 characters'),
  width: pixels,
  height: pixels,
});

@ObjectType({
  implements: Change,
  description: 'A screen was paired, went online or offline, was changed or unpaired.',
})
export class DisplayHealthChange extends Change {
  @Field(() => ID)
  displayId!: string;

  @Field(() => Display, { nullable: true, description: 'Its current state.' })
  display?: Display;
}
