import { serve } from '@mycelium/kit/serve';
import { restaurant } from './subgraph.ts';

await serve(restaurant);
