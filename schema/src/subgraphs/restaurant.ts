import { z } from 'zod';
import { eventType } from '../event-type.ts';
import type { Promises } from '../promises.ts';

/** What a restaurant sells and where: the one source of the menu. */
/** @public read through the roster */
export const promises = {
  port: 4106,
  permissions: {
    'menu:read': ['MANAGER', 'STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT', 'AUDITOR', 'DISPLAY'],
    'menu:write': ['MANAGER'],
    'menu:availability': ['MANAGER', 'STAFF', 'KITCHEN'],
    'location:write': ['MANAGER'],
    'order:read': ['MANAGER', 'STAFF', 'KITCHEN', 'SUPPORT', 'AUDITOR'],
    'order:write': ['MANAGER', 'STAFF'],
    'order:void': ['MANAGER'],
    'order:comp': ['MANAGER'],
    'floor:write': ['MANAGER', 'STAFF'],
    'kitchen:write': ['MANAGER', 'STAFF', 'KITCHEN'],
    'payment:take': ['MANAGER', 'STAFF'],
    'payment:refund': ['MANAGER'],
    'cash:close': ['MANAGER'],
  },
  stations: {
    TILL: {
      alone: ['menu:read', 'menu:availability', 'order:read', 'order:write', 'floor:write', 'payment:take'],
      signed: ['order:void', 'order:comp', 'payment:refund', 'cash:close'],
    },
    KITCHEN: { alone: ['menu:read', 'menu:availability', 'order:read', 'kitchen:write'] },
  },
  applications: {
    ORDERING: 'The ordering system of the restaurant, which keeps the menu.',
  },
  history: {
    Restaurant: 'menu:read',
    Location: 'menu:read',
    Menu: 'menu:read',
    MenuSection: 'menu:read',
    MenuItem: 'menu:read',
    ModifierGroup: 'menu:read',
    ModifierOption: 'menu:read',
    DayPart: 'menu:read',
    MenuItemAtLocation: 'menu:read',
    PriceChange: 'menu:read',
    TaxRule: 'menu:read',
    Order: 'order:read',
    OrderLine: 'order:read',
    FloorArea: 'order:read',
    Table: 'order:read',
    WaitlistParty: 'floor:write',
    KitchenStation: 'order:read',
    KitchenRoute: 'order:read',
    Payment: 'order:read',
    Refund: 'order:read',
    Drawer: 'order:read',
    CashSession: 'order:read',
    KitchenTicket: 'order:read',
    KitchenFire: 'order:read',
    CashMovement: 'order:read',
    ZReport: 'order:read',
  },
} satisfies Promises;

/** The products that show or use the menu. */
const menuReaders = ['SMP', 'MARKETING_APP', 'WEB_HOSTING', 'DIGITAL_MENU', 'MINI_BODEGA'] as const;

const item = z.object({ itemId: z.uuid(), sectionId: z.uuid() });

export const menuItemAdded = eventType({
  name: 'menu_item.added',
  aliases: ['menu_item_added', 'menu.item.added'],
  description: 'An item was added to a menu.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item,
});

export const menuItemUpdated = eventType({
  name: 'menu_item.updated',
  aliases: ['menu_item_updated', 'menu.item.updated'],
  description: 'An item was changed: its name, description, price, picture or facts.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item,
});

export const menuItemAvailabilityChanged = eventType({
  name: 'menu_item.availability_changed',
  description: 'An item is sold out, or available again.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item.extend({ available: z.boolean() }),
});

/** Of the count alone readers outside hear nothing: it falls with each sale. */
export const menuItemPortionsChanged = eventType({
  name: 'menu_item.portions_changed',
  description: 'What is left of an item was counted, or something about it changed at one location.',
  source: 'ORDERING',
  targets: [],
  payload: item,
});

const sold = z.object({ itemId: z.uuid(), locationId: z.uuid().optional() });

export const itemSoldOut = eventType({
  name: 'item.sold_out',
  description: 'An item is sold out, everywhere or at one location.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: sold,
});

export const itemBack = eventType({
  name: 'item.back',
  description: 'An item that was sold out is available again, everywhere or at one location.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: sold,
});

export const menuItemMoved = eventType({
  name: 'menu_item.moved',
  description: 'An item was moved within its section.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item,
});

export const menuItemRemoved = eventType({
  name: 'menu_item.removed',
  description: 'An item was removed from its menu.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item,
});

const section = z.object({ sectionId: z.uuid(), menuId: z.uuid() });

export const menuSectionAdded = eventType({
  name: 'menu_section.added',
  description: 'A section was added to a menu.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: section,
});

export const menuSectionUpdated = eventType({
  name: 'menu_section.updated',
  description: 'A section was renamed or moved on its menu.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: section,
});

export const menuSectionRemoved = eventType({
  name: 'menu_section.removed',
  description: 'A section was removed from its menu; boards that show it leave it out.',
  source: 'ORDERING',
  // The boards are the hub's, whichever products are switched on.
  targets: [...menuReaders, 'wrapper'],
  payload: section,
});

const group = z.object({ groupId: z.uuid() });

export const modifierGroupAdded = eventType({
  name: 'modifier_group.added',
  description: 'A group from which guests choose with an item was added, or put back.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: group,
});

export const modifierGroupUpdated = eventType({
  name: 'modifier_group.updated',
  description: 'A group was changed, or one of its options: name, price, order, or what is sold out.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: group,
});

export const modifierGroupRemoved = eventType({
  name: 'modifier_group.removed',
  description: 'A group was removed from all items that had it.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: group,
});

export const dayPartChanged = eventType({
  name: 'day_part.changed',
  description: 'Hours in which parts of the menu are sold were created, changed or removed.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: z.object({ dayPartId: z.uuid() }),
});
