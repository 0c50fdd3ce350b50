import { former } from '@mycelium/kit/at-root';
import type { Manifest } from '@mycelium/kit/subgraph';
import { round } from '@mycelium/kit/tasks/rounds';
import { alertPart } from './alert/alert.resolver.ts';
import { watchAlerts } from './alert/watch.ts';
import { alertRulePart } from './alert-rule/alert-rule.resolver.ts';
import { channelPart } from './channel/channel.resolver.ts';
import { switchedOff } from './channel/switched-off.ts';
import { conditionPart } from './condition/condition.ts';
import { forgetConditions } from './condition/forget-conditions.ts';
import { planConditions, settleLater } from './condition/settle-conditions.ts';
import { consumerPart } from './consumer/consumer.resolver.ts';
import { creditPart } from './credit/credit.resolver.ts';
import { eventPart } from './event/event.resolver.ts';
import { analyticsPart } from './event-analytics/analytics.resolver.ts';
import { eventJobPart } from './event-job/event-job.resolver.ts';
import { doEventJob, planEventJobs } from './event-job/worker.ts';
import { eventTypePart } from './event-type/event-type.resolver.ts';
import { eventSigns } from './health/event-signs.ts';
import { healthPart } from './health/health.resolver.ts';
import { eventsHealthPart } from './health/tenant-health.resolver.ts';
import { livePart } from './live/live.resolver.ts';
import { quarantineKeeper } from './quarantine/keep-quarantine.ts';
import { quarantinePart } from './quarantine/quarantine.resolver.ts';
import { reactions } from './reactions.ts';
import { reconcileAll, sweeper } from './reconciliation/reconcile.ts';
import { reconciliationPart } from './reconciliation/reconciliation.resolver.ts';
import { Tenant, TenantHealth } from './references.ts';
import { repairBus } from './repair-bus.ts';
import { reportPart } from './report/report.resolver.ts';
import { keepPrograms } from './settings/keep-programs.ts';
import { purge } from './settings/purge.ts';
import { settingsPart } from './settings/settings.resolver.ts';
import { keeper } from './stored-event/keep.ts';
import { storedEventPart } from './stored-event/stored-event.resolver.ts';
import { systemLogPart } from './system-log/system-log.resolver.ts';
import { trackingPart } from './tracking/tracking.resolver.ts';
import { transferPart } from './transfer/transfer.resolver.ts';
import { forgetAttempts } from './webhook-attempt/record.ts';
import { webhookSender } from './webhook-attempt/sender.ts';
import { webhookAttemptPart } from './webhook-attempt/webhook-attempt.resolver.ts';
import { webhookEndpointPart } from './webhook-endpoint/webhook-endpoint.resolver.ts';

/** What applications send each other: published, leased, acknowledged, and seen by everyone who runs them. */
export const events: Manifest = {
  name: 'events',
  parts: [
    eventTypePart,
    eventPart,
    trackingPart,
    storedEventPart,
    eventJobPart,
    settingsPart,
    channelPart,
    healthPart,
    transferPart,
    eventsHealthPart,
    livePart,
    reconciliationPart,
    analyticsPart,
    alertPart,
    alertRulePart,
    webhookEndpointPart,
    webhookAttemptPart,
    creditPart,
    systemLogPart,
    reportPart,
    consumerPart,
    quarantinePart,
    conditionPart,
  ],
  references: [Tenant, TenantHealth],
  atRoot: [
    former('alerts'),
    former('alertRules'),
    former('communicationMatrix'),
    former('consumers', 'eventConsumers'),
    former('countEvents'),
    former('creditAccounts'),
    former('creditLedger', 'creditEntries'),
    former('creditLedgerExport', 'creditEntriesExport'),
    former('deliveryFigures'),
    former('eventAnalytics'),
    former('eventAnalyticsExport'),
    former('eventExport'),
    former('eventJobs'),
    former('eventSettings'),
    former('failedEvents'),
    former('interAppHealth'),
    former('reconciliations'),
    former('unacknowledgedEvents'),
    former('webhookEndpoints'),
  ],
  reactions: [switchedOff, ...reactions],
  signs: eventSigns,
  workers: [keeper, quarantineKeeper, webhookSender, sweeper, watchAlerts()],
  tasks: [
    doEventJob,
    planEventJobs,
    settleLater,
    planConditions,
    repairBus,
    keepPrograms,
    round('purge', '*/10 * * * *', purge),
    round('condition-retention', '37 * * * *', forgetConditions),
    round('reconciliation', '5,15,25,35,45,55 * * * *', reconcileAll),
    round('webhook-attempts', '17 * * * *', forgetAttempts),
  ],
};
