import { type Access, readAccess } from '@mycelium/schema/access';
import { readSplits, type Splits } from '@mycelium/schema/limits/splits';
import { readWeights, type Weights } from '@mycelium/schema/limits/weights';
import { features, linksForSecurity } from '@mycelium/schema/links';
import { type DirectiveNode, type DocumentNode, type GraphQLSchema, Kind, parse, print, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createApolloPlanner } from '../plan/apollo-planner.ts';
import { createPlanner, type Planner } from '../plan/planner.ts';
import type { RequiredCalls } from '../plan/required-calls.ts';
import { readLiteralsExactly } from './long-literals.ts';
import type { Operation } from './operation.ts';
import { readStates } from './states.ts';
import { undeferrableTypes } from './undeferrable.ts';

/** Everything that follows from one supergraph. It never changes: a new supergraph is a new runtime, and what was planned on the old one keeps it. */
export interface Runtime {
  id: number;
  /** What Apollo's planner is given. */
  plannableSdl: string;
  planner: Planner;
  /** What the planner asks for under keys of its own. */
  requiredCalls: RequiredCalls;
  /** Whether arguments are filled from what is around their fields, by `@fromContext`. */
  isContextual: boolean;
  /** Types around which nothing is deferred. */
  undeferrable: ReadonlySet<string>;
  /** What clients see. */
  api: GraphQLSchema;
  /** What the planner sees: with inaccessible parts and joins. */
  supergraph: GraphQLSchema;
  access: Access;
  /** Subscriptions that begin with how it is now. */
  states: ReadonlySet<string>;
  weights: Weights;
  splits: Splits;
  /** Name and routing URL of each subgraph. */
  routingUrls: ReadonlyMap<string, string>;
  operations: LRUCache<string, Operation>;
  /** Texts that are not too large. */
  fitting: LRUCache<string, true>;
}

/** Characters of operations that are kept parsed, planned and compiled, which takes about fifty times as much. */
const OPERATIONS_KEPT = 2_000_000;
/** So much the smallest takes too, or somebody who asks for a little in ever new words fills the memory. */
const AT_LEAST_PER_OPERATION = 600;
const FITTING_KEPT = 2_000_000;

let runtimes = 0;

/** The runtime of a supergraph; throws when it is not valid. */
export function buildRuntime(sdl: string): Runtime {
  const document = parse(sdl);
  refuseConnectors(document);
  refuseUnenforced(document);
  const plannableSdl = print(withoutSecurityPurpose(document));
  const apollo = createApolloPlanner(plannableSdl);
  const { supergraph, apiSchema, requiredCalls } = apollo;
  const joined = supergraph.schema.toGraphQLJSSchema();
  const api = apiSchema.toGraphQLJSSchema({ includeDefer: true });
  readLiteralsExactly(api);
  runtimes += 1;
  return {
    id: runtimes,
    plannableSdl,
    planner: createPlanner(plannableSdl, apollo),
    isContextual: features(document).some(({ name }) => name === 'context'),
    requiredCalls,
    api,
    supergraph: joined,
    undeferrable: undeferrableTypes(joined),
    access: readAccess(document),
    states: readStates(document),
    weights: readWeights(document),
    splits: readSplits(document),
    routingUrls: new Map([...supergraph.subgraphsMetadata()].map(({ name, url }) => [name, url ?? ''])),
    operations: new LRUCache({
      maxSize: OPERATIONS_KEPT,
      sizeCalculation: (_operation, text) => text.length + AT_LEAST_PER_OPERATION,
    }),
    fitting: new LRUCache({ maxSize: FITTING_KEPT, sizeCalculation: (_fits, text) => text.length || 1 }),
  };
}

/** Features that Apollo's packages refuse as unknown `SECURITY`, because we enforce or execute them. */
const knownHere = ['context', 'authenticated', 'requiresScopes', 'policy'];

/** What the specification of links asks: what is linked for security is enforced, or not served. */
function refuseUnenforced(document: DocumentNode): void {
  const [unenforced] = linksForSecurity(document).filter((url) => !enforced.includes(url));
  if (unenforced === undefined) return;
  throw new Error(`This supergraph links ${unenforced} for security, which this gateway does not enforce.`);
}

const enforced = [
  'authenticated/v0.1',
  'requiresScopes/v0.1',
  'policy/v0.1',
  'inaccessible/v0.1',
  'inaccessible/v0.2',
  'context/v0.1',
].map((name) => `https://specs.apollo.dev/${name}`);

function withoutSecurityPurpose(document: DocumentNode): DocumentNode {
  const links = new Set<DirectiveNode>(
    features(document)
      .filter(({ name }) => knownHere.includes(name))
      .map(({ link }) => link),
  );
  return visit(document, {
    [Kind.DIRECTIVE]: (directive) =>
      links.has(directive)
        ? { ...directive, arguments: directive.arguments?.filter(({ name }) => name.value !== 'for') }
        : undefined,
  });
}

/** Connectors are subgraphs without a server. */
function refuseConnectors(document: DocumentNode): void {
  if (features(document).some(({ name }) => name === 'connect')) {
    throw new Error('This supergraph uses connectors (@connect), which this gateway cannot execute.');
  }
}
