import type { Files } from '@mycelium/kit/files/files';
import { stateOf as answerOf } from '@mycelium/kit/outage';
import type { FastifyInstance } from 'fastify';
import type { Revocations } from '../caller/revocations.ts';
import type { BreakerState } from '../calls/replica.ts';
import type { Subgraph } from '../calls/subgraph.ts';

/** What `/health` says about the supergraph. */
export interface SupergraphState {
  /** Since when the current supergraph is served. */
  since: string;
  /** The last one that was refused, unless a good one came after it. */
  refused?: { at: string; reason: string };
}

const FILES_LOOK_MS = 2_000;

/** `/health` for people, `/health/live` and `/health/ready` for orchestrators. */
export function serveHealth(
  app: FastifyInstance,
  {
    subgraphs,
    supergraph,
    revocations,
    files,
    isDraining,
    version,
  }: {
    subgraphs: () => Subgraph[];
    supergraph: () => SupergraphState;
    revocations: Revocations;
    files: Files | undefined;
    /** Whether clients are being sent away: new ones should go elsewhere. */
    isDraining: () => boolean;
    version: string;
  },
): void {
  const stateOfFiles = lookAtFiles(files);
  const look = () => lookAround(subgraphs(), revocations, stateOfFiles);
  const uptime = () => Math.round(process.uptime());

  app.get('/health', async (_request, reply) => {
    const { states, missing, filesState } = await look();
    reply.header('cache-control', 'no-store');
    return {
      status: missing.length === 0 ? 'ok' : 'degraded',
      version,
      uptime: uptime(),
      supergraph: supergraph(),
      subgraphs: states,
      database: together(states, 'postgres'),
      redis: revocations.health(),
      files: filesState,
    };
  });

  app.get('/health/live', async () => ({ status: 'ok', uptime: uptime() }));

  app.get('/health/ready', async (_request, reply) => {
    const { states, missing } = await look();
    // While one subgraph is away the others are still served; another gateway would do no better.
    const isOfUse = Object.values(states).some(({ status }) => status === 'ok');
    const status = isDraining() ? 'draining' : isOfUse ? 'ready' : 'not ready';
    reply.header('cache-control', 'no-store').code(status === 'ready' ? 200 : 503);
    return { status, missing, subgraphs: states };
  });
}

interface SubgraphState {
  status: 'ok' | 'degraded' | 'unavailable';
  needs: Record<string, string>;
  /** The breaker of each server; left out in one process. */
  breakers?: Record<string, BreakerState>;
}

async function lookAround(subgraphs: Subgraph[], revocations: Revocations, stateOfFiles: () => Promise<string>) {
  const asked = stateOfFiles();
  const entries = await Promise.all(
    subgraphs.map(
      async (subgraph): Promise<[string, SubgraphState]> => [
        subgraph.name,
        { ...(await stateOf(subgraph)), ...breakersOf(subgraph) },
      ],
    ),
  );
  const missing = entries.flatMap(([name, { needs }]) =>
    Object.entries(needs).flatMap(([need, state]) => (state === 'ok' ? [] : [`${name}: ${need}: ${state}`])),
  );
  const redis = revocations.health();
  if (redis !== 'ok' && redis !== 'not used') missing.push(`gateway: redis: ${redis}`);
  const filesState = await asked;
  if (filesState !== 'ok' && filesState !== 'not used') missing.push(`gateway: files: ${filesState}`);
  return { states: Object.fromEntries(entries), missing, filesState };
}

/** However often somebody asks, the store is asked once in a while. */
function lookAtFiles(files: Files | undefined): () => Promise<string> {
  let known: Promise<string> = Promise.resolve('not used');
  let at = Number.NEGATIVE_INFINITY;
  return () => {
    if (files && performance.now() - at > FILES_LOOK_MS) {
      at = performance.now();
      known = answerOf(files.check());
    }
    return known;
  };
}

function breakersOf(subgraph: Subgraph): Pick<SubgraphState, 'breakers'> {
  const breakers = subgraph.breakers();
  return Object.keys(breakers).length > 0 ? { breakers } : {};
}

async function stateOf(subgraph: Subgraph): Promise<SubgraphState> {
  try {
    const needs = await subgraph.health();
    return { status: Object.values(needs).every((state) => state === 'ok') ? 'ok' : 'degraded', needs };
  } catch (error) {
    return { status: 'unavailable', needs: { reachable: error instanceof Error ? error.message : String(error) } };
  }
}

function together(states: Record<string, SubgraphState>, need: string): string {
  const told = Object.values(states).flatMap(({ needs }) => needs[need] ?? []);
  if (told.length === 0) return 'unknown';
  return told.find((state) => state !== 'ok') ?? 'ok';
}
