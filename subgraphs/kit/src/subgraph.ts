import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { openOrm, POOL_SIZE } from '@mycelium/database/orm';
import { roleUrl } from '@mycelium/database/role';
import type { Event, EventType } from '@mycelium/schema/event-type';
import type { SubgraphName } from '@mycelium/schema/roster';
import type { GraphQLSchema } from 'graphql';
import type { ClassType } from 'type-graphql';
import type { AtRoot } from './at-root.ts';
import { auditSubscriber } from './audit-trail.ts';
import { openBell } from './bell.ts';
import { besideDone } from './beside.ts';
import type { LocalSubgraph, SubgraphHealth } from './call.ts';
import { openClock } from './clock.ts';
import { backgroundContext, type Context, type Resources } from './context.ts';
import { type Door, forgetReceipts } from './doors/door.ts';
import { openDoors } from './doors/receive.ts';
import { Executor } from './execute.ts';
import { openFeeds } from './feed.ts';
import type { Files } from './files/files.ts';
import type { Logger } from './log.ts';
import { openMailer } from './mail.ts';
import { type AskNeighbour, askOverHttp, createAsk } from './neighbours.ts';
import { type AnswerReaction, startAnswers } from './on-answer.ts';
import { stateOf } from './outage.ts';
import { openOutsideFetch } from './outside-fetch.ts';
import { type Part, tablesOf } from './part.ts';
import { claimSubscriber } from './pictures/claim-subscriber.ts';
import { shownPicturesPart } from './pictures/shown-pictures.ts';
import { openPlaces } from './places.ts';
import { queuesPart } from './queues/queues-part.ts';
import { startReactions } from './react.ts';
import { hastyRedis, patientRedis, whenReady } from './redis.ts';
import { startRelay } from './relay.ts';
import { resealing } from './resealing.ts';
import { buildGraph } from './sdl.ts';
import { hasSealed } from './sealed.ts';
import { deriveKey } from './secrets.ts';
import { checkServedData } from './served-data.ts';
import { type ReadSigns, signsPart } from './signs.ts';
import { startTasks } from './tasks/runner.ts';
import { byName, type Task } from './tasks/task.ts';
import { tidy } from './tasks/tidy.ts';
import { sqlSpan } from './tracing.ts';
import { inTransaction } from './transaction.ts';
import { createVault } from './vault.ts';
import { startWorkers, type Worker } from './workers.ts';

/** How long work that is under way may take when a subgraph closes. */
const CLOSE_MS = 4_000;
/** How long the database connections may then take to close. */
const LET_GO_MS = 1_000;

/** How many connections to the database tasks, workers and reactions have for themselves; one more is for health checks. */
const BACKGROUND_PLACES = 3;
const SPARE = 1;

/** What we do when another subgraph speaks. */
export interface Reaction<Payload = unknown> {
  type: EventType<Payload>;
  /** What it resolves with, if anything, is the answer that the source of the event can read. */
  handle(ctx: Context, payload: Payload, event: Event): Promise<unknown>;
}

/** A subgraph is a manifest over nouns. */
export interface Manifest {
  name: SubgraphName;
  /** Its nouns, each with its resolvers and what else belongs to it. */
  parts: readonly Part[];
  /** Nouns of others, known by their key alone. */
  references: readonly ClassType[];
  /** What of a tenant can be asked at the root too: see the README on where a list hangs. */
  atRoot?: readonly AtRoot[];
  reactions: readonly Reaction[];
  /** What it does when the targets of its events have ended with them. */
  answers?: readonly AnswerReaction[];
  /** Its background work. */
  tasks?: readonly Task[];
  /** Where vendors notify us. */
  doors?: readonly Door[];
  /** What it knows of tenants with whom something is not well. */
  signs?: ReadSigns;
  workers?: readonly Worker[];
  /** Whether it writes e-mails. */
  writesEmails?: true;
}

export interface OpenOptions {
  /** The database's address; the role and its password are the subgraph's own. */
  databaseUrl: string;
  redisUrl: string;
  secret: string;
  /** Earlier secrets, under which values may still be sealed. */
  oldSecrets?: readonly string[];
  log: Logger;
  /** The mail server, and who writes; without it e-mails wait. */
  mail?: { url: string; from: string };
  /** Where people reach us; the development default unless given. */
  publicUrl?: string;
  /** Networks of our own that addresses from tenants may lead to, as CIDR; none unless given. */
  innerNetworks?: readonly string[];
  /** The region of this installation, when it has a name. */
  region?: string;
  /** Whether the staff of the platform may move the clock of the business; not unless set. */
  canMoveClock?: boolean;
  /** Called with every SQL statement. */
  onQuery?: (query: string) => void;
  /** Whether each statement is a span of the traces that `startTracing` sends. */
  tracing?: boolean;
  /** Leaves its tasks to other processes. */
  isIdle?: boolean;
  /** Where uploads are; without it there are none. */
  files?: Files;
  /** How the other subgraphs are reached; without it, over HTTP where the roster says. */
  neighbours?: AskNeighbour;
}

export interface OpenSubgraph extends LocalSubgraph {
  sdl: string;
  schema: GraphQLSchema;
  /** Runs work that no client asked for in one transaction: over all tenants, or for the one that is named. */
  work<Result>(work: (ctx: Context) => Promise<Result>, tenantId?: string): Promise<Result>;
  close(): Promise<void>;
}

/** A reaction with its payload's type kept. */
export function on<Payload>(type: EventType<Payload>, handle: Reaction<Payload>['handle']): Reaction {
  return { type, handle } as Reaction;
}

/** Its nouns, what every subgraph answers of its pictures and of its tenants, and with background work of that. */
function partsOf(manifest: Manifest): readonly Part[] {
  const { name, parts, signs } = manifest;
  return [
    ...parts,
    shownPicturesPart,
    signsPart(name, signs),
    ...(tasksOf(manifest).length > 0 ? [queuesPart(name)] : []),
  ];
}

const graphs = new WeakMap<Manifest, ReturnType<typeof buildGraph>>();

/** The graph that a manifest describes: built once, which takes a seventh of a second, however often a process opens the subgraph. */
export function graphOf(manifest: Manifest): ReturnType<typeof buildGraph> {
  const graph = graphs.get(manifest) ?? buildGraph(partsOf(manifest), manifest.references, manifest.atRoot);
  graphs.set(manifest, graph);
  return graph;
}

/** Its background work, and what comes with it. */
function tasksOf(manifest: Manifest): readonly Task[] {
  const { tasks = [], doors = [] } = manifest;
  const ofDoors = doors.length > 0 ? [...doors.map(({ handling }) => handling as Task), forgetReceipts as Task] : [];
  const tables = tablesOf(manifest);
  const all = [...tasks, ...ofDoors, ...(hasSealed(tables) ? resealing(tables) : [])];
  return all.length > 0 ? [...all, tidy] : all;
}

/** Opens a subgraph: its graph, its relay, its reactions and its jobs, until `close()`. */
export async function openSubgraph(manifest: Manifest, options: OpenOptions): Promise<OpenSubgraph> {
  const { name } = manifest;
  const log = options.log.child({ subgraph: name });
  const databaseUrl = roleUrl(options.databaseUrl, name, options.secret);
  const { sdl, schema } = await graphOf(manifest);
  const orm = await openOrm({
    url: databaseUrl,
    subgraph: name,
    entities: tablesOf(manifest),
    onQuery: options.tracing ? sqlSpan : options.onQuery,
  });
  orm.em.getEventManager().registerSubscriber(auditSubscriber(schema));
  const patient = patientRedis(options.redisUrl, log);
  const hasty = hastyRedis(options.redisUrl, log);
  await whenReady(hasty);
  try {
    await checkServedData(orm.em.fork(), hasty, name, log);
  } catch (error) {
    patient.disconnect();
    hasty.disconnect();
    await orm.close();
    throw error;
  }
  orm.em.getEventManager().registerSubscriber(claimSubscriber({ redis: hasty, files: options.files }));
  const clock = await openClock(hasty, { canBeMoved: options.canMoveClock ?? false });
  const bell = openBell(options.redisUrl, log);
  const feeds = openFeeds(patient, bell);
  const mailer = options.mail && openMailer(options.mail);
  if (manifest.writesEmails && !mailer)
    log.warn('no mail server is known (SMTP_URL), so e-mails wait in the database, sealed, until there is one');
  const outsideFetch = openOutsideFetch({ log, allowed: options.innerNetworks });
  const { fetch } = outsideFetch;
  const publicUrl = (options.publicUrl ?? 'http://127.0.0.1:4000').replace(/\/$/, '');
  const outside = { publicUrl, region: options.region, mailer, fetch };
  const resources: Resources = {
    name,
    orm,
    calls: openPlaces(POOL_SIZE - BACKGROUND_PLACES - SPARE),
    background: openPlaces(BACKGROUND_PLACES),
    feeds,
    bell,
    clock,
    redis: hasty,
    vault: createVault(options.secret, options.oldSecrets),
    files: options.files,
    log,
    outside,
    tasks: byName(tasksOf(manifest)),
    ask: createAsk(options.neighbours ?? askOverHttp(), deriveKey(options.secret, 'context')),
  };
  const executor = new Executor(schema, resources, deriveKey(options.secret, 'context'));
  const relay = startRelay({ name, databaseUrl, redis: patient, log });
  const reactions = startReactions(manifest, resources, patient);
  const answers = startAnswers(manifest, resources, options.redisUrl);
  const tasks = startTasks({ tasks: options.isIdle ? [] : tasksOf(manifest), resources, databaseUrl });
  const workers = startWorkers(manifest.workers ?? [], resources);

  return {
    name,
    sdl,
    schema,
    execute: (call) => executor.execute(call),
    subscribe: (call) => executor.subscribe(call),
    deliver: openDoors(manifest.doors ?? [], resources, deriveKey(options.secret, 'context')),
    health: () => health(orm, resources),
    work(work, tenantId) {
      const context = backgroundContext(resources, tenantId);
      const isOfAll = tenantId === undefined;
      return resources.background.run('work', () => inTransaction(context, () => work(context), isOfAll));
    },
    async close() {
      await withinReason(
        Promise.all([
          tasks.close(CLOSE_MS - LET_GO_MS),
          workers.close(),
          reactions.close(),
          answers.close(),
          relay.close(),
          besideDone(),
        ]),
        CLOSE_MS,
      );
      feeds.close();
      bell.close();
      clock.close();
      mailer?.close();
      await outsideFetch.close();
      patient.disconnect();
      hasty.disconnect();
      await withinReason(orm.close(), LET_GO_MS);
    },
  };
}

/**
 * What is under way ends first. What waits for a server that does not answer would never end: a connection that was not
 * made yet says to nobody that it was given up. It is left, and begun again by whoever comes next.
 */
async function withinReason(ending: Promise<unknown>, milliseconds: number): Promise<void> {
  const patience = new AbortController();
  await Promise.race([ending, sleep(milliseconds, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
}

async function health(orm: MikroORM, { redis }: Resources): Promise<SubgraphHealth> {
  const [postgres, redisState] = await Promise.all([stateOf(orm.em.fork().execute('select 1')), stateOf(redis.ping())]);
  return { postgres, redis: redisState };
}
