import { promises } from '@mycelium/schema/subgraphs/restaurant';

// Before anything reads whose home is where: a house in which a subgraph answers for the CRM.
Object.assign(promises.applications, { crm: 'Customer management, by a subgraph.' });
