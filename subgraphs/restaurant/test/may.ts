import type { Role } from '@mycelium/schema/role';

const managers: Role[] = ['OWNER', 'MANAGER', 'ADMIN'];
const kitchen: Role[] = ['OWNER', 'MANAGER', 'STAFF', 'KITCHEN', 'ADMIN'];

/**
 * Who may call which mutation of this subgraph; what it says is compared with what the gateway does.
 * @public read by name, in the test of roles
 */
export const may: Record<string, readonly (Role | 'nobody')[]> = {
  createMenuItem: managers,
  updateMenuItem: managers,
  setMenuItemAvailability: kitchen,
  reorderMenuItems: managers,
  setMenuItemPrices: managers,
  setMenuItemsAvailability: kitchen,
  arrangeMenuItems: managers,
  removeMenuItem: managers,
  restoreMenuItem: managers,
  createMenuSection: managers,
  updateMenuSection: managers,
  reorderMenuSections: managers,
  removeMenuSection: managers,
  createRestaurant: managers,
  updateRestaurant: managers,
  closeRestaurant: managers,
  reopenRestaurant: managers,
  createLocation: managers,
  updateLocation: managers,
  closeLocation: managers,
  reopenLocation: managers,
  setPortions: kitchen,
  setMenuItemAtLocation: managers,
  setMenuItemAvailabilityAt: kitchen,
  planPriceChange: managers,
  removePriceChange: managers,
  createDayPart: managers,
  updateDayPart: managers,
  removeDayPart: managers,
  createModifierGroup: managers,
  updateModifierGroup: managers,
  removeModifierGroup: managers,
  restoreModifierGroup: managers,
  createModifierOption: managers,
  updateModifierOption: managers,
  setModifierOptionAvailability: kitchen,
  reorderModifierOptions: managers,
  removeModifierOption: managers,
  restoreModifierOption: managers,
};
