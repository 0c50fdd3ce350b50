import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse, printSchema } from 'graphql';
import { defaultUrl, type SubgraphName } from './roster.ts';

export interface Composition {
  /** For the gateway. */
  supergraph: string;
  /** What clients see. */
  api: string;
}

/** The supergraph of these subgraphs' SDL; throws one error that lists every reason why they do not compose. */
export function compose(sdl: Partial<Record<SubgraphName, string>>): Composition {
  const services = (Object.entries(sdl) as [SubgraphName, string][]).map(([name, text]) => ({
    name,
    url: defaultUrl(name),
    typeDefs: parse(text),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl)
    throw new Error(`The subgraphs do not compose:\n${errors?.map(({ message }) => message).join('\n')}`);
  const apiSchema = Supergraph.build(supergraphSdl, { supportedFeatures: null }).apiSchema();
  return { supergraph: `${supergraphSdl}\n`, api: `${printSchema(apiSchema.toGraphQLJSSchema())}\n` };
}
