import type { Manifest } from '@mycelium/kit/subgraph';
import { RegisteredApplication } from './application/application.ts';
import { EventResolver } from './event/event.resolver.ts';
import { EventJobResolver } from './event-job/event-job.resolver.ts';
import { EventJob } from './event-job/event-job.ts';
import { eventJobWorker } from './event-job/worker.ts';
import { RegistryResolver } from './event-type/event-type.resolver.ts';
import { RegisteredEventType } from './event-type/event-type.ts';
import { repairRegistries } from './event-type/registry.ts';
import { HealthResolver } from './health/health.resolver.ts';
import { keeper } from './stored-event/keep.ts';
import { StoredEventResolver } from './stored-event/stored-event.resolver.ts';
import { StoredEvent } from './stored-event/stored-event.ts';
import { TrackingResolver } from './tracking/tracking.resolver.ts';
import { TransferResolver } from './transfer/transfer.resolver.ts';

/** What applications tell each other: published, leased, acknowledged, and seen by everyone who runs them. */
export const events: Manifest = {
  name: 'events',
  nouns: [EventJob],
  tables: [RegisteredApplication, RegisteredEventType, StoredEvent],
  references: [],
  resolvers: [RegistryResolver, EventResolver, TrackingResolver, StoredEventResolver, EventJobResolver, HealthResolver, TransferResolver],
  applications: ['system'],
  reactions: [],
  workers: [keeper, eventJobWorker],
  jobs: [{ name: 'registries', everyMs: 60_000, run: repairRegistries }],
};
