import type { Texts } from '../../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const analytics: Here['analytics'] = {
  about: 'Los días son en UTC. Un evento para dos aplicaciones cuenta dos veces.',
  emptyTitle: 'No hubo eventos en ese período',
  emptyText: 'En cuanto las aplicaciones se envíen eventos, aquí se suman por día, tipo y canal.',
  byDay: 'Por día',
  day: 'Día',
  published: 'Publicados',
  acknowledged: 'Confirmados',
  failed: 'Fallidos',
  failedOrLate: 'Fallidos o vencidos',
  rate: 'Éxito',
  rates: 'Éxito por aplicación',
  ofEnded: '{{done}} de {{ended}}',
  byType: 'Por tipo',
  byChannel: 'Por canal',
  channel: 'Canal',
  topFailures: 'Lo que más falló',
  noFailures: 'Nada falló ni venció.',
  lost: '{{failed}} con fallo · {{late}} con vencimiento',
};

export const words = { analytics } satisfies Here;
