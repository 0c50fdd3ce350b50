import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { readSplits } from './splits.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external"])';
const split = (...subgraphs: string[]) => {
  const services = subgraphs.map((sdl, index) => ({
    name: `s${index}`,
    url: 'http://x',
    typeDefs: parse(`${LINK} ${sdl}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(String(errors));
  return Object.fromEntries(readSplits(parse(supergraphSdl)));
};

it('a field of an interface that one subgraph has of all its types stays one', () => {
  const one =
    'type Query { n: N } interface N { id: ID! m: N } type A implements N { id: ID! m: N } type B implements N { id: ID! m: N }';
  expect(split(one)).toEqual({});
});

it('is split where a type has it from elsewhere, and where a type may have it from several', () => {
  const one =
    'type Query { n: N } interface N { id: ID! m: Int } type A implements N @key(fields: "id") { id: ID! m: Int @external } type B implements N { id: ID! m: Int }';
  const two = 'type A @key(fields: "id") { id: ID! m: Int }';
  expect(split(one, two)).toEqual({ 'N.m': 2, 'N.id': 2 });
});
