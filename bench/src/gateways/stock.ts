import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import Fastify from 'fastify';

/** @apollo/gateway with its own executor and fetcher, behind the same @apollo/server and Fastify as ours. */
const server = new ApolloServer({
  gateway: new ApolloGateway({ supergraphSdl: readFileSync(process.argv[2] ?? '', 'utf8') }),
});
await server.start();
const app = Fastify();
await app.register(fastifyApollo(server), { path: '/graphql' });
process.send?.({ ready: `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql` });
