import { createServer } from 'node:http';
import { type DocumentNode, execute, type GraphQLSchema, parse, subscribe } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { changePrice, followerCount, type Name, names, schemaOf } from './shop.ts';

/** All four subgraphs in one process, each on its own port, so that every gateway meets the same ones. */
const urls = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await serve(name)])));
process.send?.({ ready: urls });

process.on('message', (message: { publish?: number; count?: true }) => {
  if (message.count) process.send?.({ followers: followerCount() });
  for (let event = 0; event < (message.publish ?? 0); event += 1) changePrice(String((event % 100) + 1));
});

async function serve(name: Name): Promise<string> {
  const schema = schemaOf(name);
  const documents = new Map<string, DocumentNode>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const body = JSON.parse(Buffer.concat(chunks).toString());
      const result = await execute({ schema, document: parsed(documents, body.query), variableValues: body.variables });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(result));
    });
  });
  server.keepAliveTimeout = 60_000;
  serveSockets(schema, new WebSocketServer({ server, path: '/graphql' }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/graphql`;
}

function serveSockets(schema: GraphQLSchema, sockets: WebSocketServer): void {
  useServer({ schema, execute, subscribe }, sockets);
}

function parsed(documents: Map<string, DocumentNode>, query: string): DocumentNode {
  const known = documents.get(query) ?? parse(query);
  documents.set(query, known);
  return known;
}
