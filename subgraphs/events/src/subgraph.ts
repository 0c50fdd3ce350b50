import type { Manifest } from '@mycelium/kit/subgraph';
import { AlertResolver } from './alert/alert.resolver.ts';
import { Alert } from './alert/alert.ts';
import { evaluateAlerts } from './alert/evaluate.ts';
import { AlertRuleResolver } from './alert-rule/alert-rule.resolver.ts';
import { AlertRuleRow } from './alert-rule/alert-rule.ts';
import { RegisteredApplication } from './application/application.ts';
import { ChannelResolver } from './channel/channel.resolver.ts';
import { switchedOff } from './channel/switched-off.ts';
import { ConsumerResolver } from './consumer/consumer.resolver.ts';
import { CreditResolver } from './credit/credit.resolver.ts';
import { CreditAccount } from './credit/credit-account.ts';
import { CreditEntry } from './credit/credit-entry.ts';
import { EventResolver } from './event/event.resolver.ts';
import { AnalyticsResolver } from './event-analytics/analytics.resolver.ts';
import { EventJobResolver } from './event-job/event-job.resolver.ts';
import { EventJob } from './event-job/event-job.ts';
import { eventJobWorker } from './event-job/worker.ts';
import { RegistryResolver } from './event-type/event-type.resolver.ts';
import { RegisteredEventType } from './event-type/event-type.ts';
import { repairRegistries } from './event-type/registry.ts';
import { HealthResolver } from './health/health.resolver.ts';
import { EventsHealthResolver } from './health/tenant-health.resolver.ts';
import { LiveResolver } from './live/live.resolver.ts';
import { quarantineKeeper } from './quarantine/keep-quarantine.ts';
import { QuarantineResolver } from './quarantine/quarantine.resolver.ts';
import { QuarantinedEntry } from './quarantine/quarantined-entry.ts';
import { reactions } from './reactions.ts';
import { reconcileAll, SWEPT_EVERY_MS, sweepAll } from './reconciliation/reconcile.ts';
import { ReconciliationResolver } from './reconciliation/reconciliation.resolver.ts';
import { Reconciliation } from './reconciliation/reconciliation.ts';
import { TenantHealth } from './references.ts';
import { ReportResolver } from './report/report.resolver.ts';
import { purge } from './settings/purge.ts';
import { SettingsResolver } from './settings/settings.resolver.ts';
import { EventSettings } from './settings/settings.ts';
import { repairSettings } from './settings/write-settings.ts';
import { keeper } from './stored-event/keep.ts';
import { KeeperRow } from './stored-event/keeper-row.ts';
import { StoredEventResolver } from './stored-event/stored-event.resolver.ts';
import { StoredEvent } from './stored-event/stored-event.ts';
import { SystemLogResolver } from './system-log/system-log.resolver.ts';
import { SystemLogEntry } from './system-log/system-log-entry.ts';
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
  nouns: [
    QuarantinedEntry,
    EventJob,
    EventSettings,
    Reconciliation,
    Alert,
    WebhookEndpoint,
    WebhookAttempt,
    CreditAccount,
    CreditEntry,
    SystemLogEntry,
  ],
  tables: [RegisteredApplication, RegisteredEventType, StoredEvent, KeeperRow, AlertRuleRow],
  references: [TenantHealth],
  resolvers: [
    RegistryResolver,
    EventResolver,
    TrackingResolver,
    StoredEventResolver,
    EventJobResolver,
    SettingsResolver,
    ChannelResolver,
    HealthResolver,
    TransferResolver,
    EventsHealthResolver,
    LiveResolver,
    ReconciliationResolver,
    AnalyticsResolver,
    AlertResolver,
    AlertRuleResolver,
    WebhookEndpointResolver,
    WebhookAttemptResolver,
    CreditResolver,
    SystemLogResolver,
    ReportResolver,
    ConsumerResolver,
    QuarantineResolver,
  ],
  applications: ['system'],
  reactions: [switchedOff, ...reactions],
  workers: [keeper, quarantineKeeper, eventJobWorker, webhookSender],
  jobs: [
    { name: 'registries', everyMs: 60_000, run: repairRegistries },
    { name: 'event-settings', everyMs: 60_000, run: repairSettings },
    { name: 'purge', everyMs: 600_000, run: purge },
    { name: 'sweep', everyMs: SWEPT_EVERY_MS, run: sweepAll },
    { name: 'reconciliation', everyMs: 600_000, run: reconcileAll },
    { name: 'alerts', everyMs: 5_000, run: evaluateAlerts },
    { name: 'webhook-endpoints', everyMs: 60_000, run: repairEndpoints },
    { name: 'webhook-attempts', everyMs: 60 * 60_000, run: forgetAttempts },
  ],
};
