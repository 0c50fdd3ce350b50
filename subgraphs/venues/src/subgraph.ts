import type { Manifest } from '@mycelium/kit/subgraph';
import { reactions } from './reactions.ts';
import { Location, Tenant } from './references.ts';
import { venuePart } from './venue/venue.resolver.ts';

/** Places whose numbers are collected from wherever they sell, compared and explained. */
export const venues: Manifest = {
  name: 'venues',
  parts: [venuePart],
  references: [Tenant, Location],
  reactions,
};
