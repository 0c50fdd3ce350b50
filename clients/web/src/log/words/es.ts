import type { Texts } from '../../words/texts.ts';
import type { words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const audit: Here['audit'] = {
  CREATED: 'Creado',
  UPDATED: 'Cambiado',
  REMOVED: 'Eliminado',
  CALLED: 'Solicitado',
  SUCCEEDED: 'Logrado',
  REFUSED: 'Rechazado',
  SHOWN: 'Visto',
};

const log: Here['log'] = {
  who: 'Quién',
  kind: 'Qué pasó',
  thing: 'Sobre qué',
  from: 'Desde',
  to: 'Hasta',
  anybody: 'Cualquiera',
  anything: 'Cualquier cosa',
  only: 'Solo {{name}}',
  all: 'Ver todo el registro',
  clear: 'Quitar filtros',
  chosen: '{{first}} y {{count}} más',
  bySystem_one: '{{count}} del sistema',
  bySystem_other: '{{count}} del sistema',
  showSystem: 'Mostrar',
  hideSystem: 'Ocultar lo que hizo el sistema',
  none: 'nada',
  yes: 'sí',
  no: 'no',
  things_one: '{{count}} entrada',
  things_other: '{{count}} entradas',
  changed: '{{who}} cambió {{name}}: {{changes}}',
  fromTo: '{{field}} de {{before}} a {{after}}',
  did: {
    CREATED: '{{who}} creó {{name}}',
    UPDATED: '{{who}} cambió {{name}}',
    REMOVED: '{{who}} eliminó {{name}}',
    CALLED: '{{who}} pidió {{name}}',
    SUCCEEDED: '{{who}}: {{name}}, con éxito',
    REFUSED: 'A {{who}} se le negó {{name}}',
    SHOWN: 'A {{who}} se le mostró {{name}}',
  },
  historyEmpty: 'No se ha cambiado nada aquí desde que hay registro.',
  wholeHistory: 'Todo el historial',
  toThing: 'Ir a {{name}}',
  toHistory: 'Historial de {{name}}',
  undone: 'Se deshizo: {{what}}',
  changedSince: 'Se cambió después, así que esto ya no se puede deshacer.',
  when: 'Cuándo',
  address: 'Dirección',
  correlation: 'Identificador de la solicitud',
  details: 'Detalles',
  field: 'Campo',
  before: 'Antes',
  after: 'Después',
  nothingChanged: 'No hay cambios que mostrar.',
  goneTitle: 'Esta entrada no está en el registro',
  goneText: 'El registro no tiene ninguna entrada con esta dirección.',
  emptyTitle: 'No hay entradas',
  emptyText:
    'Lo que hacen aquí personas, pantallas y otros sistemas se guarda en este registro. Nada coincide con lo que buscas.',
};

export const words = { audit, log } satisfies Here;

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  audit: {
    about: 'Registro',
    read: 'Leer el registro',
    all: 'Leer todo el registro',
  },
};

/** What the log says of what no area has to itself. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Tenant: 'Negocio',
    Restaurant: 'Restaurante',
    Location: 'Sucursal',
    MaintenanceWindow: 'Mantenimiento',
  },
};
