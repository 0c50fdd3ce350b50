import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

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
  action: 'Acción',
  noun: 'Tipo',
  id: 'Identificador',
  actor: 'Identificador de la persona',
  from: 'Desde',
  to: 'Hasta',
  who: 'Quién',
  what: 'Qué',
  when: 'Cuándo',
  address: 'Dirección',
  correlation: 'Identificador de la solicitud',
  field: 'Campo',
  before: 'Antes',
  after: 'Después',
  nothingChanged: 'No hay cambios que mostrar.',
  goneTitle: 'Esta entrada no está en el registro',
  goneText: 'El registro no tiene ninguna entrada con esta dirección.',
  emptyTitle: 'No hay movimientos',
  emptyText:
    'Lo que hacen aquí personas, pantallas y otros productos se guarda en este registro. Nada coincide con lo que buscas.',
};

export const words = { audit, log } satisfies Here;
