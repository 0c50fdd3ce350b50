import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const floor: Here['floor'] = {
  state: {
    FREE: 'Libre',
    SEATED: 'Ocupada',
    ORDERED: 'Ordenó',
    BILL: 'Cuenta',
    DIRTY: 'Por limpiar',
  },
};

export const words: Here = { floor };

export const done: Texts<typeof doneHere> = {
  createFloorArea: 'Agregó un área del salón',
  updateFloorArea: 'Cambió un área del salón',
  removeFloorArea: 'Quitó un área del salón',
  restoreFloorArea: 'Restauró un área del salón',
  createTable: 'Agregó una mesa',
  updateTable: 'Cambió una mesa',
  removeTable: 'Quitó una mesa',
  restoreTable: 'Restauró una mesa',
  seatTable: 'Sentó a los comensales',
  askForBill: 'Anotó que una mesa pide la cuenta',
  clearTable: 'Despejó una mesa',
  cleanTable: 'Limpió una mesa',
  transferTable: 'Pasó una mesa a otro mesero',
  moveParty: 'Cambió de mesa a los comensales',
  moveOrder: 'Pasó una orden a otra mesa',
  splitOrder: 'Dividió una orden',
  mergeOrders: 'Juntó órdenes',
};

export const scopes: Texts<typeof scopesHere> = {
  floor: { about: 'Salón', write: 'Sentar comensales, mover órdenes, despejar mesas' },
};

export const told: Texts<typeof toldHere> = {
  noun: { FloorArea: 'Área del salón', Table: 'Mesa' },
  field: {
    FloorArea: {
      locationId: 'sucursal',
      name: 'nombre',
      width: 'ancho',
      height: 'alto',
      position: 'lugar',
      removedAt: 'eliminación',
    },
    Table: {
      locationId: 'sucursal',
      areaId: 'área',
      name: 'nombre',
      seats: 'lugares',
      shape: 'forma',
      x: 'desde la izquierda',
      y: 'desde arriba',
      width: 'ancho',
      height: 'alto',
      rotation: 'giro',
      seatedAt: 'comensales desde',
      guests: 'comensales',
      serverId: 'mesero',
      billAt: 'cuenta pedida',
      dirtyAt: 'por limpiar desde',
      removedAt: 'eliminación',
    },
  },
};
