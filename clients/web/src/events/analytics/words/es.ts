import type { Texts } from '../../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const analytics: Here['analytics'] = {
  about: 'Los días son los de UTC. Un evento para dos aplicaciones cuenta dos veces.',
  emptyTitle: 'No se contó nada en ese tiempo',
  emptyText: 'En cuanto las aplicaciones se cuenten algo, aquí se suma por día, tipo y canal.',
  byDay: 'Por día',
  day: 'Día',
  published: 'Publicados',
  acknowledged: 'Confirmados',
  failed: 'Fallidos',
  failedOrLate: 'Fallidos o tardíos',
  rate: 'Éxito',
  rates: 'Éxito por aplicación',
  ofEnded: '{{done}} de {{ended}}',
  byType: 'Por tipo',
  byChannel: 'Por canal',
  channel: 'Canal',
  topFailures: 'Lo que más falló',
  noFailures: 'Nada falló ni llegó tarde.',
  lost: '{{failed}} fallidos · {{late}} tardíos',
};

export const words = { analytics } satisfies Here;
