import type { Manifest } from '@mycelium/kit/subgraph';
import { RegisteredApplication } from './application/application.ts';
import { ConsumerResolver } from './consumer/consumer.resolver.ts';
import { releaseSilent } from './consumer/read-consumers.ts';
import { CreditResolver } from './credit/credit.resolver.ts';
import { CreditAccount } from './credit/credit-account.ts';
import { CreditEntry } from './credit/credit-entry.ts';
import { EventResolver } from './event/event.resolver.ts';
import { RegistryResolver } from './event-type/event-type.resolver.ts';
import { RegisteredEventType } from './event-type/event-type.ts';
import { repairRegistries } from './event-type/registry.ts';
import { HealthResolver } from './health/health.resolver.ts';
import { reactions } from './reactions.ts';
import { ReportResolver } from './report/report.resolver.ts';
import { keeper } from './stored-event/keep.ts';
import { StoredEvent } from './stored-event/stored-event.ts';
import { SystemLogResolver } from './system-log/system-log.resolver.ts';
import { SystemLogEntry } from './system-log/system-log-entry.ts';
import { TrackingResolver } from './tracking/tracking.resolver.ts';
import { TransferResolver } from './transfer/transfer.resolver.ts';

/** What applications tell each other: published, leased, acknowledged, and seen by everyone who runs them. */
export const events: Manifest = {
  name: 'events',
  nouns: [CreditAccount, CreditEntry, SystemLogEntry],
  tables: [RegisteredApplication, RegisteredEventType, StoredEvent],
  references: [],
  resolvers: [
    RegistryResolver,
    EventResolver,
    TrackingResolver,
    HealthResolver,
    TransferResolver,
    CreditResolver,
    SystemLogResolver,
    ReportResolver,
    ConsumerResolver,
  ],
  applications: ['system'],
  reactions,
  workers: [keeper],
  jobs: [
    { name: 'registries', everyMs: 60_000, run: repairRegistries },
    { name: 'silent-consumers', everyMs: 600_000, run: releaseSilent },
  ],
};
