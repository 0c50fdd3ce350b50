import type { Texts } from '../../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const analytics: Here['analytics'] = {
  about: 'Günler UTC günleridir. İki uygulamaya giden bir olay iki kez sayılır.',
  emptyTitle: 'Bu sürede hiçbir şey bildirilmedi',
  emptyText: 'Uygulamalar birbirine bir şey bildirir bildirmez burada güne, türe ve kanala göre sayılır.',
  byDay: 'Güne göre',
  day: 'Gün',
  published: 'Yayımlanan',
  acknowledged: 'Onaylanan',
  failed: 'Başarısız',
  failedOrLate: 'Başarısız ya da geç',
  rate: 'Başarı',
  rates: 'Uygulamaya göre başarı',
  ofEnded: '{{ended}} olaydan {{done}}',
  byType: 'Türe göre',
  byChannel: 'Kanala göre',
  channel: 'Kanal',
  topFailures: 'En çok başarısız olanlar',
  noFailures: 'Başarısız olan ya da geç kalan yok.',
  lost: '{{failed}} başarısız · {{late}} geç',
};

export const words = { analytics } satisfies Here;
