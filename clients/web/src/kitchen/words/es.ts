import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const kitchen: Here['kitchen'] = {
  location: 'Sucursal',
  noLocationTitle: 'Aún no hay sucursales',
  noLocationText: 'Una cocina es de una sucursal. Un gerente tiene que abrir una primero.',
  noStationTitle: 'Aún no hay estaciones',
  noStationText: 'Mientras no haya ninguna, las órdenes de esta sucursal están listas en cuanto se envían.',
  station: 'Estación',
  newStation: 'Estación nueva',
  createStation: 'Agregar estación',
  savedStation: 'Se guardaron los cambios de {{name}}.',
  stationName: 'Nombre',
  nameExample: 'Plancha',
  warnAfter: 'Espera larga (min)',
  lateAfter: 'Retraso (min)',
  limitsHint: 'En cada uno la comanda cambia de color y de palabra, y la pantalla suena.',
  noMinutes: 'Escribe los minutos, hasta un día.',
  lateFirst: 'Una comanda se retrasa después de haber esperado mucho, no antes.',
  limits: '{{warn}} / {{late}} min',
  sound: 'Sonido de las comandas nuevas',
  soundHint: 'Dale uno distinto a cada estación vecina.',
  sounds: { OFF: 'Ninguno', BELL: 'Campana', CHIME: 'Carillón', BUZZER: 'Zumbador' },
  comeFirst: 'Poner primero',
  removeStation: 'Quitar estación',
  removeQuestion: '¿Quitar {{name}}?',
  removeText:
    'Desde ahora sus platillos van a las otras estaciones. Sus comandas abiertas siguen en la pantalla del pase.',
  goneTitle: 'No se encontró la estación',
  goneText: 'Se quitó, o la dirección no es correcta.',
  makes: 'Qué prepara',
  makesHint:
    'Un platillo va a donde digan sus propias líneas; si no, a donde va su sección; si no, a la primera estación. Para todas las formas de pedir, no elijas ninguna. Lo que ya se envió se queda donde está.',
  part: 'Sección o platillo {{place}}',
  choosePart: 'Elige…',
  removePart: 'Quitar sección o platillo {{place}}',
  addPart: 'Agregar sección o platillo',
  saveRoutes: 'Guardar qué prepara',
  wholeSection: 'Todo de {{name}}',
  rest: 'todo lo demás',
  nothing: 'Nada todavía',
  openScreen: 'Abrir pantalla',
  openScreenOf: 'Abrir la pantalla de {{name}}',
  openExpediter: 'Abrir la pantalla del pase',
};

export const words: Here = { kitchen };

export const done: Texts<typeof doneHere> = {
  createKitchenStation: 'Agregó una estación de cocina',
  updateKitchenStation: 'Cambió una estación de cocina',
  removeKitchenStation: 'Quitó una estación de cocina',
  setKitchenRoutes: 'Eligió qué prepara una estación de cocina',
  bumpTicket: 'Terminó una comanda',
  recallTicket: 'Recuperó una comanda',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  kitchen: { about: 'Cocina', write: 'Terminar y recuperar comandas' },
};

export const told: Texts<typeof toldHere> = {
  noun: {
    KitchenStation: 'Estación de cocina',
    KitchenRoute: 'Ruta de cocina',
    KitchenTicket: 'Comanda',
    KitchenFire: 'Línea de una comanda',
  },
  field: {
    KitchenStation: {
      locationId: 'sucursal',
      name: 'nombre',
      warnAfterSeconds: 'espera larga desde (s)',
      lateAfterSeconds: 'retraso desde (s)',
      sound: 'sonido',
      position: 'lugar',
      removedAt: 'eliminación',
    },
    KitchenRoute: { stationId: 'estación', sectionId: 'sección', itemId: 'platillo', channels: 'canales' },
    KitchenTicket: {
      orderId: 'orden',
      locationId: 'sucursal',
      stationId: 'estación',
      number: 'número',
      mark: 'qué cambia',
      toMake: 'por preparar',
      firedAt: 'envío',
      bumpedAt: 'terminada',
      recalledAt: 'recuperada',
      voidedAt: 'anulación',
    },
    KitchenFire: {
      orderId: 'orden',
      lineId: 'platillo ordenado',
      stationId: 'estación',
      ticketId: 'comanda',
      kind: 'tipo',
      difference: 'diferencia',
      note: 'nota',
      firedAt: 'envío',
    },
  },
};
