import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const till: Here['till'] = {
  order: 'Sipariş {{number}}',
  channel: { DINE_IN: 'Masada', TAKEAWAY: 'Gel al', DELIVERY: 'Eve teslim', ONLINE: 'Çevrim içi' },
  entry: {
    openOrder: 'Sipariş aç',
    addOrderLines_one: 'Siparişe {{count}} satır ekle',
    addOrderLines_other: 'Siparişe {{count}} satır ekle',
    placeOrder: 'Siparişi mutfağa gönder',
    fireOrder: '{{course}}. servisi başlat',
    holdCourse: '{{course}}. servisi beklet',
    serveOrder: 'Siparişi servis edildi say',
    recordCash: 'Nakit al',
    broken: 'Okunamayan bir kayıt',
  },
};

export const words = { till } satisfies Here;
