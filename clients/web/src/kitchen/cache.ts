import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Location.kitchenStations'],
  things: { kitchenStation: 'KitchenStation' },
  on: {
    createKitchenStation: 'kitchenStations',
    updateKitchenStation: 'kitchenStations',
    removeKitchenStation: 'kitchenStations',
    kitchenStationChanged: 'kitchenStations',
  },
});
