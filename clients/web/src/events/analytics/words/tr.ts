import type { Texts } from '../../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const analytics: Here['analytics'] = {
  about: 'Günler UTC günleridir. İki uygulamaya giden bir olay iki kez sayılır.',
  emptyTitle: 'Bu dönemde olay yok',
  emptyText: 'Uygulamalar birbirine olay gönderir göndermez burada güne, türe ve kanala göre sayılır.',
  byDay: 'Güne göre',
  day: 'Gün',
  published: 'Yayımlanan',
  acknowledged: 'Onaylanan',
  failed: 'Başarısız',
  failedOrLate: 'Başarısız ya da zaman aşımı',
  rate: 'Başarı',
  rates: 'Uygulamaya göre başarı',
  ofEnded: '{{ended}} olaydan {{done}}',
  byType: 'Türe göre',
  byChannel: 'Kanala göre',
  channel: 'Kanal',
  topFailures: 'En çok başarısız olanlar',
  noFailures: 'Başarısız olan ya da zaman aşımına uğrayan yok.',
  lost: '{{failed}} başarısız · {{late}} zaman aşımı',
};

export const words = { analytics } satisfies Here;
