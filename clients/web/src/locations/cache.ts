import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.restaurants', 'Restaurant.locations', 'Tenant.taxRules'],
  things: { restaurant: 'Restaurant', location: 'Location', taxRule: 'TaxRule' },
  on: {
    createRestaurant: 'restaurants',
    restaurantChanged: 'restaurants',
    createLocation: 'locations',
    locationChanged: 'locations',
    createTaxRule: 'taxRules',
    removeTaxRule: 'taxRules',
    taxRuleChanged: 'taxRules',
  },
});
