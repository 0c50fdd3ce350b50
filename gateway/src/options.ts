import type { Files } from '@mycelium/kit/files/files';
import type { MetricsReaders } from '@mycelium/kit/metrics-readers';
import type { Pace } from '@mycelium/kit/uploads/receive';
import type { Logger } from 'pino';
import type { CacheSeconds } from './answer/cache/lifetime.ts';
import type { Rates } from './caller/rates.ts';
import type { TokenSettings } from './caller/tokens.ts';
import type { SubgraphLocation } from './calls/subgraph.ts';
import type { Traffic } from './calls/traffic.ts';
import type { App } from './http/apps.ts';
import type { TlsFiles } from './http/tls.ts';
import type { LiveLimits } from './live/limits.ts';
import type { SlowConsumers } from './live/slow-reader.ts';
import type { Policies } from './operation/access.ts';
import type { Introspection } from './operation/admission.ts';
import type { LimitSettings } from './operation/limits.ts';
import type { DocumentMode } from './persisted/documents.ts';
import type { RestSource } from './rest/serve-rest.ts';
import type { Doors } from './webhooks/serve-webhooks.ts';

export interface GatewayOptions {
  supergraphSdl: string;
  /** Where subgraphs are; one that is not named here is at its routing URL of the supergraph. */
  subgraphs?: Record<string, SubgraphLocation>;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** The Redis of all gateways, through which they hear of revocations. */
  redisUrl?: string;
  apps?: readonly App[];
  /** Where uploads and pictures are kept; without it, or without Redis, there are none. */
  files?: Files;
  /** How fast an upload must come, at least. */
  uploadPace?: Pace;
  /** What is served over REST. */
  rest?: RestSource;
  /** Who may ask for the schema; everyone unless set otherwise. */
  introspection?: Introspection;
  traffic?: Partial<Traffic>;
  /** How long answers are kept, by type, in Redis if there is one; without it none is kept. */
  cacheSeconds?: CacheSeconds;
  /** The directory of the persisted operations, `<client>/persisted-documents.json`. */
  operations?: string;
  /** Clients that are measured by themselves when they say who they are, in `graphql-client-name`. */
  clients?: readonly string[];
  /** Free unless set otherwise. */
  documents?: DocumentMode;
  limits?: LimitSettings;
  rates?: Rates;
  /** Who may read the metrics; everyone unless set otherwise. */
  metricsReaders?: MetricsReaders;
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies?: readonly string[];
  /** Origins whose pages may call us from a browser; only our own unless set otherwise. */
  corsOrigins?: readonly string[];
  /** Speaks https and wss in place of http and ws; the files are read again when they change. */
  tls?: TlsFiles;
  /** How tokens are checked in open mode; without it only what everybody may see is served. */
  tokens?: TokenSettings;
  /** Grants what `@policy` demands; nobody is granted any unless set otherwise. */
  policies?: Policies;
  /** What a client that does not read gets, by field coordinate; `close` unless set. */
  slowConsumers?: SlowConsumers;
  /** How much one client may have open; without limits in open mode unless set. */
  liveLimits?: Partial<LiveLimits>;
  /** Over how long clients of sockets and event streams are sent away at the end, at most. */
  drainMs?: number;
  /** How long readiness says that the server ends before its door closes, at least. */
  leaveMs?: number;
  /** How long an event may wait for a subgraph that is away before what there is of it is sent. */
  eventWaitMs?: number;
  /** Where vendors notify subgraphs, by the name in the address; none in open mode. */
  doors?: Doors;
  /** Where the world reaches us, without a slash at the end: what vendors sign may begin with it. */
  publicUrl?: string;
  log: Logger;
}

/** Whether the gateway has login and signs contexts, or is open, in front of any supergraph. */
export type Trust = { open?: false; secret: string } | { open: true; secret?: undefined };
