import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const audit: Here['audit'] = {
  CREATED: 'Creado',
  UPDATED: 'Cambiado',
  REMOVED: 'Quitado',
  CALLED: 'Pedido',
  SUCCEEDED: 'Logrado',
  REFUSED: 'Rechazado',
  SHOWN: 'Mostrado',
};

const log: Here['log'] = {
  action: 'Acción',
  noun: 'Tipo de cosa',
  id: 'Número de la cosa',
  actor: 'Número de la persona',
  from: 'Desde',
  to: 'Hasta',
  who: 'Quién',
  what: 'Qué',
  when: 'Cuándo',
  address: 'Dirección',
  correlation: 'Número de la llamada',
  field: 'Campo',
  before: 'Antes',
  after: 'Después',
  nothingChanged: 'No cambió nada que se pueda mostrar.',
  goneTitle: 'Esta entrada no está en el registro',
  goneText: 'El registro no tiene ninguna entrada con esta dirección.',
  emptyTitle: 'No se hizo nada',
  emptyText:
    'Lo que hacen aquí personas, pantallas y otros productos se guarda en este registro. Nada coincide con lo que buscas.',
};

export const words = { audit, log } satisfies Here;
