import { serve } from '@mycelium/kit/serve';
import { crm } from './subgraph.ts';

await serve(crm);
