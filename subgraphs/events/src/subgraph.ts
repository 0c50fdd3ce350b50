import type { Manifest } from '@mycelium/kit/subgraph';
import { AlertResolver } from './alert/alert.resolver.ts';
import { Alert } from './alert/alert.ts';
import { evaluateAlerts } from './alert/evaluate.ts';
import { AlertRuleResolver } from './alert-rule/alert-rule.resolver.ts';
import { AlertRuleRow } from './alert-rule/alert-rule.ts';
import { RegisteredApplication } from './application/application.ts';
import { EventResolver } from './event/event.resolver.ts';
import { RegistryResolver } from './event-type/event-type.resolver.ts';
import { RegisteredEventType } from './event-type/event-type.ts';
import { repairRegistries } from './event-type/registry.ts';
import { HealthResolver } from './health/health.resolver.ts';
import { keeper } from './stored-event/keep.ts';
import { StoredEvent } from './stored-event/stored-event.ts';
import { TrackingResolver } from './tracking/tracking.resolver.ts';
import { TransferResolver } from './transfer/transfer.resolver.ts';
import { forgetAttempts } from './webhook-attempt/record.ts';
import { webhookSender } from './webhook-attempt/sender.ts';
import { WebhookAttemptResolver } from './webhook-attempt/webhook-attempt.resolver.ts';
import { WebhookAttempt } from './webhook-attempt/webhook-attempt.ts';
import { repairEndpoints } from './webhook-endpoint/mirror.ts';
import { WebhookEndpointResolver } from './webhook-endpoint/webhook-endpoint.resolver.ts';
import { WebhookEndpoint } from './webhook-endpoint/webhook-endpoint.ts';

/** What applications tell each other: published, leased, acknowledged, and seen by everyone who runs them. */
export const events: Manifest = {
  name: 'events',
  nouns: [Alert, WebhookEndpoint, WebhookAttempt],
  tables: [RegisteredApplication, RegisteredEventType, StoredEvent, AlertRuleRow],
  references: [],
  resolvers: [
    RegistryResolver,
    EventResolver,
    TrackingResolver,
    HealthResolver,
    TransferResolver,
    AlertResolver,
    AlertRuleResolver,
    WebhookEndpointResolver,
    WebhookAttemptResolver,
  ],
  applications: ['system'],
  reactions: [],
  workers: [keeper, webhookSender],
  jobs: [
    { name: 'registries', everyMs: 60_000, run: repairRegistries },
    { name: 'alerts', everyMs: 5_000, run: evaluateAlerts },
    { name: 'webhook-endpoints', everyMs: 60_000, run: repairEndpoints },
    { name: 'webhook-attempts', everyMs: 60 * 60_000, run: forgetAttempts },
  ],
};
