import { serve } from '@mycelium/kit/serve';
import { events } from './subgraph.ts';

await serve(events);
