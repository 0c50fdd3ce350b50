import { longRound } from '@mycelium/kit/tasks/rounds';
import { repairRegistries } from './event-type/registry.ts';
import { repairSettings } from './settings/write-settings.ts';
import { repairEndpoints } from './webhook-endpoint/mirror.ts';

/** What the bus is to know of rows, in case Redis was away when they changed, or has lost it; what fails holds up no other. */
export const repairBus = longRound('bus-repairs', '* * * * *', async ({ transact }) => {
  const failures: unknown[] = [];
  for (const repair of [repairRegistries, repairSettings, repairEndpoints])
    await transact(repair).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
});
