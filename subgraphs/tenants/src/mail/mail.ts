import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedByTenant } from '@mycelium/database/tenant';
import { part } from '@mycelium/kit/part';
import { Sealed } from '@mycelium/kit/sealed';
import { registerEnumType } from 'type-graphql';

export enum MailState {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  FAILED = 'FAILED',
}
registerEnumType(MailState, {
  name: 'MailState',
  description: 'The state of an e-mail.',
  valuesConfig: {
    QUEUED: { description: 'It is waiting to be sent, perhaps again after a failure.' },
    SENT: { description: 'The mail server has accepted it.' },
    FAILED: { description: 'It was rejected, or no mail server accepted it for hours; it is not retried.' },
  },
});

/** An e-mail on its way. Without a tenant it is the system's alone. */
@Index({ properties: ['state', 'nextAttemptAt'] })
@Entity({ ...ownedByTenant })
export class Mail extends Row {
  @Property({ type: 'uuid', nullable: true })
  tenantId?: string;

  @Property({ type: 'text' })
  to!: string;

  /** Subject and bodies, sealed, because links in them let in whoever has them; gone when there is nothing more to send. */
  @Sealed()
  @Property({ type: 'text', nullable: true })
  sealedLetter?: string;

  @Enum({ items: () => MailState, type: 'string', default: MailState.QUEUED })
  state: MailState = MailState.QUEUED;

  @Property({ type: 'integer', default: 0 })
  attempts = 0;

  /** When it is due, for a version that knew no tasks and may still run during an update. */
  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  nextAttemptAt: Date = new Date('9999-12-31T00:00:00Z');

  /** Why the last try failed. */
  @Property({ type: 'text', nullable: true })
  error?: string;
}

export const mailPart = part(Mail);
