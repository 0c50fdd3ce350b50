/** Who may import whom: schema ← database ← bus ← kit ← subgraphs/*; schema, bus, kit ← gateway; schema ← clients/*; platform imports all and is imported by none. */
const rooms = {
  schema: '^schema/',
  database: '^(database|schema)/',
  'subgraphs/bus': '^(subgraphs/bus|database|schema)/',
  'subgraphs/kit': '^(subgraphs/(kit|bus)|database|schema)/',
  gateway: '^(gateway|subgraphs/(kit|bus)|schema)/',
  'clients/kit': '^(clients/kit|schema)/',
};
const ours = '^(schema|database|subgraphs|gateway|clients|platform|simulators)/';
/** A test of a room may bring up what it talks to. */
const tests = '(\\.(test|faults)\\.tsx?$|^[^/]+/test/|^subgraphs/[^/]+/test/)';

/** The rooms of the gateway, each of which imports those before it and none after it. */
const gatewaySteps = [
  '(call-context|channel|errors|hostile|metrics|origin|watch-file)\\.ts$',
  'plan/',
  'supergraph/',
  'persisted/',
  'operation/',
  'execute/',
  'calls/',
  'caller/',
  'usage/',
  'answer/',
  'http/',
  'files/',
  'rest/',
  'webhooks/',
  'calendar/',
  'subscriptions/',
  'live/',
  'generations/',
  'options\\.ts$',
  'settings/',
  'start/',
  'gateway\\.ts$',
  'main\\.ts$',
];

const gatewayRules = gatewaySteps.map((step, index) => ({
  name: `gateway-${step.match(/\w[\w-]*/)[0]}-imports-only-rooms-before-it`,
  severity: 'error',
  from: { path: `^gateway/src/${step}`, pathNot: tests },
  to: { path: '^gateway/src/', pathNot: `^gateway/src/(${gatewaySteps.slice(0, index + 1).join('|')})` },
}));

/** The folders of `subgraphs/` that hold one: what they are made of is none. */
const subgraph = '^subgraphs/(?!(?:kit|bus)/)([^/]+)/';

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room.replace('/', '-')}-imports-only-what-lies-below`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: tests },
  to: { path: ours, pathNot: allowed },
}));

export default {
  forbidden: [
    ...roomRules,
    ...gatewayRules,
    {
      name: 'a-file-of-the-gateway-stands-in-a-room',
      severity: 'error',
      from: { path: '^gateway/src/', pathNot: [tests, `^gateway/src/(${gatewaySteps.join('|')})`] },
      to: {},
    },
    {
      name: 'a-subgraph-never-imports-another',
      comment: 'They meet in a @key stub, an event type, or the supergraph.',
      severity: 'error',
      from: { path: subgraph, pathNot: tests },
      to: { path: ours, pathNot: '^(subgraphs/($1|kit|bus)|database|schema)/' },
    },
    {
      name: 'a-test-of-a-subgraph-plays-the-outside-world-and-no-other-subgraph',
      severity: 'error',
      from: { path: `${subgraph}(test/|.*\\.(test|faults)\\.ts$)` },
      to: { path: ours, pathNot: '^(subgraphs/($1|kit|bus)|database|schema|simulators)/' },
    },
    {
      name: 'a-client-imports-the-client-kit-and-the-schema',
      severity: 'error',
      from: { path: '^clients/(?!kit/)([^/]+)/' },
      to: { path: ours, pathNot: '^(clients/($1|kit)|schema)/' },
    },
    {
      name: 'a-simulator-imports-nothing-of-ours',
      comment:
        'It plays the outside world, so it knows us only from outside; what all of them are made of is the frame.',
      severity: 'error',
      from: { path: '^simulators/([^/]+)/' },
      to: { path: ours, pathNot: '^simulators/($1|frame)/' },
    },
    {
      name: 'nobody-imports-platform',
      severity: 'error',
      from: { pathNot: '^platform/' },
      to: { path: '^platform/' },
    },
    {
      name: 'every-import-is-found',
      comment: 'An import that cannot be resolved would pass all the other rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circle',
      comment: 'The nouns of one subgraph may know each other, as their tables do.',
      severity: 'error',
      from: { pathNot: subgraph },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circle-of-types',
      severity: 'error',
      from: { path: '^(schema|gateway|clients|platform)/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'node', 'style', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings', 'style'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
