import { MOST_WAITING } from '@mycelium/bus/policy';
import { registerEnumType } from 'type-graphql';

export enum AlertKind {
  SUCCESS_RATE = 'SUCCESS_RATE',
  PENDING_AGE = 'PENDING_AGE',
  FAILED_EVENTS = 'FAILED_EVENTS',
  CHANNEL_STOPPED = 'CHANNEL_STOPPED',
  BREAKER_OPEN = 'BREAKER_OPEN',
  WEBHOOK_DISABLED = 'WEBHOOK_DISABLED',
  WEBHOOK_FULL = 'WEBHOOK_FULL',
}
registerEnumType(AlertKind, {
  name: 'AlertKind',
  description: 'What can be wrong, each with its own unit.',
  valuesConfig: {
    SUCCESS_RATE: {
      description:
        'Too few of what a channel delivered in the last hour succeeded; in percent, of at least ten events.',
    },
    PENDING_AGE: { description: 'An event has waited for too long; in minutes.' },
    FAILED_EVENTS: { description: 'Too many events of a channel were given up in the last hour.' },
    CHANNEL_STOPPED: {
      description: 'A channel has not acknowledged anything for too long while work waits; in minutes.',
    },
    BREAKER_OPEN: { description: 'An application failed so often in a row that it is left in peace for a while.' },
    WEBHOOK_DISABLED: { description: 'A webhook endpoint was disabled.' },
    WEBHOOK_FULL: {
      description: 'So many events wait for a webhook endpoint that further ones are given up at once; their number.',
    },
  },
});

/** The threshold of each kind of alert until a tenant says otherwise. */
export const usualThresholds: Record<AlertKind, number> = {
  SUCCESS_RATE: 95,
  PENDING_AGE: 5,
  FAILED_EVENTS: 10,
  CHANNEL_STOPPED: 10,
  BREAKER_OPEN: 0,
  WEBHOOK_DISABLED: 0,
  WEBHOOK_FULL: MOST_WAITING,
};

/** The kinds of alert that have no threshold: something is so, or it is not. */
export const withoutThreshold: readonly AlertKind[] = [
  AlertKind.BREAKER_OPEN,
  AlertKind.WEBHOOK_DISABLED,
  AlertKind.WEBHOOK_FULL,
];
