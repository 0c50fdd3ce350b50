import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedBySystem } from '@mycelium/database/tenant';
import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Display } from '../display/display.ts';

/** What can be paired: a screen, or a station of a kind. */
export enum PairingKind {
  SCREEN = 'SCREEN',
  TILL = 'TILL',
  KITCHEN = 'KITCHEN',
  CLOCK = 'CLOCK',
}
registerEnumType(PairingKind, {
  name: 'PairingKind',
  description: 'What a device that waits to be paired wants to be.',
  valuesConfig: {
    SCREEN: { description: 'A screen in front of guests; paired with pairDisplay.' },
    TILL: { description: 'A station that takes orders and payments; paired with pairStation, as the others are.' },
    KITCHEN: { description: 'A station that shows the kitchen what to prepare.' },
    CLOCK: { description: 'A station where people start and end their work.' },
  },
});

/** A device that waits for an operator. It belongs to no tenant until it is paired. */
@Unique({ properties: ['code'] })
@Entity({ ...ownedBySystem, tableName: 'pairing' })
export class PairingRow extends Row {
  /** Six characters, without the dash. */
  @Property({ type: 'text' })
  code!: string;

  /** SHA-256 of the screen's secret, hex. */
  @Property({ type: 'text' })
  secretHash!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  expiresAt!: Date;

  @Enum({ items: () => PairingKind, type: 'string', default: PairingKind.SCREEN })
  kind: PairingKind = PairingKind.SCREEN;

  @Property({ type: 'uuid', nullable: true })
  displayId?: string;

  @Property({ type: 'uuid', nullable: true })
  stationId?: string;
}

@ObjectType({ description: 'A screen that is waiting to be paired.' })
export class Pairing {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The screen shows it and an operator types it, for example K7M-2QX.' })
  code!: string;

  @Field(() => String, { description: 'Known to this screen alone; the screen uses it to collect its token.' })
  secret!: string;

  @Field(() => DateTime, { description: 'After this, ask for a new code.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'Whether a token is ready for a screen that is waiting to be paired.' })
export class PairingState {
  @Field(() => Boolean, { description: 'Whether an operator has typed its code: collect the token now.' })
  paired!: boolean;

  @Field(() => DateTime)
  expiresAt!: Date;
}

@ObjectType({ description: 'What a paired screen works with.' })
export class DisplayToken {
  @Field(() => String, {
    description: 'Send it as `Authorization: Bearer …`. It is shown during pairing, and works until it is revoked.',
  })
  token!: string;

  @Field(() => Display)
  display!: Display;
}
