import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Pool } from 'undici';

/**
 * The physical limit of a gateway in Node: the calls that the three operations need, written down by hand, each answer
 * parsed and all of them sent on as they are. Nothing is planned, checked, joined or measured.
 */
interface Call {
  subgraph: 'menu' | 'stock' | 'reviews' | 'people';
  query: string;
  /** Which entities, beside the variables of the client. */
  entities?: { type: string; count: number };
}

const entities = (type: string, count: number, fields: string, subgraph: Call['subgraph']): Call => ({
  subgraph,
  query: `query($representations:[_Any!]!){_entities(representations:$representations){...on ${type}{${fields}}}}`,
  entities: { type, count },
});

/** Calls of one stage run together. */
const stages: Record<string, Call[][]> = {
  Heavy: [
    [{ subgraph: 'menu', query: '{dishes{__typename id name description price}}' }],
    [
      entities('Dish', 100, 'reviews{id stars text author{__typename id}}', 'reviews'),
      entities('Dish', 100, 'available portions kitchen', 'stock'),
    ],
    [entities('Person', 50, 'name city', 'people')],
  ],
  Small: [[{ subgraph: 'menu', query: '{dish(id:"7"){id name price}}' }]],
  Varied: [
    [{ subgraph: 'menu', query: 'query($id:ID!){dish(id:$id){__typename id name description price}}' }],
    [
      entities('Dish', 1, 'reviews{id stars text author{__typename id}}', 'reviews'),
      entities('Dish', 1, 'available portions', 'stock'),
    ],
    [entities('Person', 5, 'name city', 'people')],
  ],
};

const supergraph = readFileSync(process.argv[2] ?? '', 'utf8');
const pools = new Map(
  [...supergraph.matchAll(/name: "(\w+)", url: "([^"]+)"/g)].map(([, name, url]) => [
    name,
    new Pool(new URL(url ?? '').origin, { connections: 128 }),
  ]),
);

function send({ subgraph, query, entities }: Call, variables: object): Promise<unknown> {
  const representations = entities && {
    representations: Array.from({ length: entities.count }, (_, place) => ({
      __typename: entities.type,
      id: String(place + 1),
    })),
  };
  const body = JSON.stringify({ query, variables: { ...variables, ...representations } });
  const headers = { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pools.get(subgraph)?.dispatch(
      { path: '/graphql', method: 'POST', headers, body },
      {
        onRequestStart() {},
        onResponseStart() {},
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd: () => resolve(JSON.parse(Buffer.concat(chunks).toString())),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const answers: unknown[] = [];
    for (const calls of stages[/^query (\w+)/.exec(query)?.[1] ?? ''] ?? []) {
      answers.push(...(await Promise.all(calls.map((call) => send(call, variables)))));
    }
    const text = JSON.stringify({ data: answers });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
process.send?.({ ready: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql` });
