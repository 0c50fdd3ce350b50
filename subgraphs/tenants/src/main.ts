import { serve } from '@mycelium/kit/serve';
import { tenants } from './subgraph.ts';

await serve(tenants);
