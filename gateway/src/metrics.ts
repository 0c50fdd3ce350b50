import { processMetrics } from '@mycelium/kit/process-metrics';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** What `/metrics` shows, one registry per gateway. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const ofProcess = processMetrics(registry);
  const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

  return {
    registry,
    /** What any process of ours counts of itself. */
    process: ofProcess,
    requestSeconds: new Histogram({
      name: 'mycelium_gateway_request_seconds',
      help: 'HTTP requests by route and status',
      labelNames: ['route', 'method', 'status'] as const,
      buckets: seconds,
      registers,
    }),
    operationSeconds: new Histogram({
      name: 'mycelium_gateway_operation_seconds',
      help: 'GraphQL operations by transport; a subscription counts once it is accepted, what is not accepted as unknown',
      labelNames: ['kind', 'transport', 'outcome'] as const,
      buckets: seconds,
      registers,
    }),
    clientSeconds: new Histogram({
      name: 'mycelium_gateway_client_request_seconds',
      help: 'HTTP requests with an operation by client: an app, an API client, one that says its name and is known, or other',
      labelNames: ['client'] as const,
      buckets: [0.005, 0.025, 0.1, 0.5, 1, 5],
      registers,
    }),
    plans: new Counter({
      name: 'mycelium_gateway_plans_total',
      help: 'Executions that found their plan (hit), or had to be planned (miss)',
      labelNames: ['result'] as const,
      registers,
    }),
    operationsKept: new Gauge({
      name: 'mycelium_gateway_operations_kept',
      help: 'Operations that the current supergraph keeps parsed, validated and planned',
      registers,
    }),
    consumerSilence: new Gauge({
      name: 'mycelium_events_consumer_silence_seconds',
      help: 'How long ago the home of an application, or a program outside of any tenant, last looked for its events',
      labelNames: ['application', 'place'] as const,
      registers,
    }),
    tasks: new Gauge({
      name: 'mycelium_tasks',
      help: 'Background work that is not done, by subgraph, kind and state: waiting, due, running or failed (given up)',
      labelNames: ['subgraph', 'kind', 'state'] as const,
      registers,
    }),
    subgraphSeconds: new Histogram({
      name: 'mycelium_gateway_subgraph_call_seconds',
      help: 'Calls to subgraphs: ok, errors (GraphQL errors in the answer) or failed (no answer)',
      labelNames: ['subgraph', 'outcome'] as const,
      buckets: seconds,
      registers,
    }),
    retries: new Counter({
      name: 'mycelium_gateway_subgraph_retries_total',
      help: 'Queries that were sent again, to another replica or after a pause',
      labelNames: ['subgraph'] as const,
      registers,
    }),
    breakers: new Gauge({
      name: 'mycelium_gateway_breaker_open',
      help: 'The breaker of a replica: 0 closed, 0.5 trying, 1 open',
      labelNames: ['subgraph', 'replica'] as const,
      registers,
    }),
    shared: new Counter({
      name: 'mycelium_gateway_shared_answers_total',
      help: 'Queries that shared the answer of an identical one under way: calls to a subgraph by its name, or whole operations',
      labelNames: ['what'] as const,
      registers,
    }),
    cached: new Counter({
      name: 'mycelium_gateway_cached_answers_total',
      help: 'Queries whose answer may be kept: hit (it was) or miss (it was executed)',
      labelNames: ['result'] as const,
      registers,
    }),
    clientOperations: new Counter({
      name: 'mycelium_gateway_client_operations_total',
      help: 'Operations that were admitted, by client and registered operation',
      labelNames: ['client', 'operation'] as const,
      registers,
    }),
    rateLimited: new Counter({
      name: 'mycelium_gateway_rate_limited_total',
      help: 'Operations that were refused because there were too many',
      labelNames: ['rate'] as const,
      registers,
    }),
    connections: new Gauge({
      name: 'mycelium_gateway_connections',
      help: 'Open connections of clients that may hear events: sockets, and event streams',
      labelNames: ['transport'] as const,
      registers,
    }),
    subscriptions: new Gauge({
      name: 'mycelium_gateway_subscriptions',
      help: 'Live subscriptions of clients',
      registers,
    }),
    groups: new Gauge({
      name: 'mycelium_gateway_subscription_groups',
      help: 'Upstream subscriptions, each for one group of identical subscriptions',
      registers,
    }),
    events: new Counter({
      name: 'mycelium_gateway_subscription_events_total',
      help: 'Events that came from upstream and were completed once',
      registers,
    }),
    delivered: new Counter({
      name: 'mycelium_gateway_subscription_messages_total',
      help: 'Messages handed to the subscriptions of clients, on sockets and event streams',
      registers,
    }),
    reconnects: new Counter({
      name: 'mycelium_gateway_upstream_reconnects_total',
      help: 'Times that an upstream was lost and asked again',
      labelNames: ['subgraph', 'resumed'] as const,
      registers,
    }),
    resumed: new Counter({
      name: 'mycelium_gateway_subscriptions_resumed_total',
      help: 'Subscriptions that resumed from a position and are live again: at once, or after they caught up',
      labelNames: ['how'] as const,
      registers,
    }),
    renewals: new Counter({
      name: 'mycelium_gateway_token_renewals_total',
      help: 'Tokens that came for open sockets: renewed, refused (the socket is closed), or unchecked as nobody could say',
      labelNames: ['outcome'] as const,
      registers,
    }),
    reloads: new Counter({
      name: 'mycelium_gateway_supergraph_reloads_total',
      help: 'Supergraphs that came while running: served, or refused while the old one stayed',
      labelNames: ['outcome'] as const,
      registers,
    }),
    moved: new Counter({
      name: 'mycelium_gateway_subscription_groups_moved_total',
      help: 'Groups of subscriptions that met a new supergraph: kept their upstream, resubscribed, or ended as no longer valid',
      labelNames: ['how'] as const,
      registers,
    }),
    slow: new Counter({
      name: 'mycelium_gateway_slow_consumers_total',
      help: 'What happened because a client did not read: messages dropped or coalesced, connections closed',
      labelNames: ['field', 'outcome'] as const,
      registers,
    }),
  };
}
