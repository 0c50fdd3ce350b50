const floor = {
  state: {
    FREE: 'Free',
    SEATED: 'Seated',
    ORDERED: 'Ordered',
    BILL: 'Bill',
    DIRTY: 'To clean',
  },
} as const;

export const words = { floor } as const;

/** What was done, as the log says it. */
export const done = {
  createFloorArea: 'Added an area to the floor',
  updateFloorArea: 'Changed an area of the floor',
  removeFloorArea: 'Removed an area of the floor',
  restoreFloorArea: 'Restored an area of the floor',
  createTable: 'Added a table',
  updateTable: 'Changed a table',
  removeTable: 'Removed a table',
  restoreTable: 'Restored a table',
  seatTable: 'Seated guests',
  askForBill: 'Noted that a table wants the bill',
  clearTable: 'Cleared a table',
  cleanTable: 'Cleaned a table',
  transferTable: 'Gave a table to another server',
  moveParty: 'Moved guests to another table',
  moveOrder: 'Moved an order to another table',
  splitOrder: 'Split an order',
  mergeOrders: 'Merged orders',
} as const;

/** What a key may do here. */
export const scopes = {
  floor: { about: 'Floor', write: 'Seat guests, move orders, clear tables' },
} as const;

/** What the log says of what is here, by its type. */
export const told = {
  noun: { FloorArea: 'Area of the floor', Table: 'Table' },
  field: {
    FloorArea: {
      locationId: 'location',
      name: 'name',
      width: 'width',
      height: 'height',
      position: 'place',
      removedAt: 'removal',
    },
    Table: {
      locationId: 'location',
      areaId: 'area',
      name: 'name',
      seats: 'seats',
      shape: 'shape',
      x: 'from the left',
      y: 'from the top',
      width: 'width',
      height: 'height',
      rotation: 'rotation',
      seatedAt: 'guests since',
      guests: 'guests',
      serverId: 'server',
      billAt: 'bill wanted',
      dirtyAt: 'to clean since',
      removedAt: 'removal',
    },
  },
} as const;
