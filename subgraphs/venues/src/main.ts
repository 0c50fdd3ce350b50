import { serve } from '@mycelium/kit/serve';
import { venues } from './subgraph.ts';

await serve(venues);
