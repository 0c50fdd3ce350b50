import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { Change } from '@mycelium/kit/change';
import { nameOf } from '@mycelium/kit/name';
import { PageOf } from '@mycelium/kit/page';
import { DateTime } from '@mycelium/schema/scalars';
import { stationKinds } from '@mycelium/schema/station-kinds';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';

export enum StationKind {
  TILL = 'TILL',
  KITCHEN = 'KITCHEN',
  CLOCK = 'CLOCK',
}
registerEnumType(StationKind, {
  name: 'StationKind',
  description: 'What a station is for; it decides what may be done there.',
  valuesConfig: {
    TILL: { description: 'Takes orders and payments.' },
    KITCHEN: { description: 'Shows the kitchen what to prepare.' },
    CLOCK: { description: 'Where people start and end their work.' },
  },
});

@ObjectType({ description: 'What of the writes that have not reached the server takes cash in one cash session.' })
export class CashWaiting {
  @Field(() => ID)
  sessionId!: string;

  @Field(() => Int)
  waiting!: number;

  @Field(() => [String], { description: 'Who took it, as the station knows them.' })
  takenBy!: string[];
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A device that staff work at, in one location: a till, a kitchen screen or a time clock.' })
@Entity({ ...ownedByTenant })
export class Station extends TenantRow {
  @Field(() => ID)
  declare id: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => StationKind)
  @Enum({ items: () => StationKind, type: 'string' })
  kind!: StationKind;

  /** Of the restaurant subgraph. It never changes: whoever stands elsewhere is paired again. */
  @Property({ type: 'uuid', index: true })
  locationId!: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  pairedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Its last contact; null if there never was one.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  lastSeenAt?: Date;

  @Field(() => String, { nullable: true, description: 'The version of its app.' })
  @Property({ type: 'text', nullable: true })
  appVersion?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was opened over https. Without, its browser has no service worker and no locks: it cannot start without a network. Null until it has said so.',
  })
  @Property({ type: 'boolean', nullable: true })
  isSecure?: boolean;

  @Field(() => Int, { description: 'How many of its writes had not reached the server when it was last heard of.' })
  @Property({ type: 'integer', default: 0 })
  waiting: number = 0;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest of these has been waiting.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  waitingSince?: Date;

  @Field(() => [CashWaiting], {
    nullable: true,
    description: 'What of these takes cash, by its cash session; null until the station has said so.',
  })
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  cashWaiting?: CashWaiting[] | null;

  @Field(() => Int, { description: 'Rises when somebody changes it.' })
  declare version: number;

  /** SHA-256 of its token, hex; none until it has collected one. */
  @Property({ type: 'text', nullable: true, unique: true })
  tokenHash?: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was unpaired; its token no longer works.' })
  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  revokedAt?: Date;
}

@ObjectType({ description: 'A page of stations.' })
export class StationPage extends PageOf(Station) {}

@ObjectType({ description: 'Who is signed in at a station.' })
export class SignedIn {
  @Field(() => ID)
  userId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => DateTime)
  since!: Date;
}

@ObjectType({ description: 'What a paired station works with.' })
export class StationToken {
  @Field(() => String, {
    description: 'Send it as `Authorization: Bearer …`. It is shown during pairing, and works until it is revoked.',
  })
  token!: string;

  @Field(() => Station)
  station!: Station;
}

@InputType({ description: 'What the station is, what it is called and where it stands.' })
export class PairStationInput {
  @Field(() => StationKind, { description: 'The same that it shows beside its code.' })
  kind!: StationKind;

  @Field(() => String, { description: 'At most 80 characters.' })
  name!: string;

  @Field(() => ID)
  locationId!: string;
}

@InputType({ description: 'What to change.' })
export class UpdateStationInput {
  @Field(() => Int, { description: 'The version you have seen; a different one is a CONFLICT.' })
  version!: number;

  @Field(() => String)
  name!: string;
}

@InputType({ description: 'What of the writes that have not reached the server takes cash in one cash session.' })
export class CashWaitingInput {
  @Field(() => ID)
  sessionId!: string;

  @Field(() => Int)
  waiting!: number;

  @Field(() => [String], { description: 'Who took it, at most 50.' })
  takenBy!: string[];
}

@InputType({ description: 'What a station reports about itself.' })
export class StationReportInput {
  @Field(() => String, { description: 'The version of its app, at most 40 characters.' })
  appVersion!: string;

  @Field(() => Boolean, {
    description: 'Whether its page is a secure context: opened over https, or on the server itself.',
  })
  isSecure!: boolean;

  @Field(() => Int, { description: 'How many of its writes have not reached the server.' })
  waiting!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest of these has been waiting.' })
  waitingSince?: Date | null;

  @Field(() => [CashWaitingInput], {
    nullable: true,
    description: 'What of these takes cash, by its cash session; where it is left out, any of them may.',
  })
  cashWaiting?: CashWaitingInput[] | null;
}

const name = nameOf(80, 'Give the station a name');
export const pairStationSchema = z.object({ kind: z.enum(stationKinds), name, locationId: z.string() });
export const updateStationSchema = z.object({ version: z.number().int(), name });
export const stationReportSchema = z.object({
  appVersion: z.string().max(40, 'A version has at most 40 characters'),
  isSecure: z.boolean(),
  waiting: z.number().int().min(0).max(1_000_000, 'No station keeps so many'),
  waitingSince: z.date().nullish(),
  cashWaiting: z
    .array(
      z.object({
        sessionId: z.uuid('A cash session has a UUID'),
        waiting: z.number().int().min(1).max(1_000_000, 'No station keeps so many'),
        takenBy: z.array(nameOf(200, 'A name is not empty')).max(50, 'At most 50 people'),
      }),
    )
    .max(100, 'At most 100 cash sessions')
    .nullish(),
});

@ObjectType({
  implements: Change,
  description: 'A station was paired, changed or unpaired, came back, or somebody signed in or out there.',
})
export class StationChange extends Change {
  @Field(() => ID)
  stationId!: string;

  @Field(() => Station, { nullable: true, description: 'Its current state.' })
  station?: Station;
}
