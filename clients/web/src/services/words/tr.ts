import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const services: Here['services'] = {
  since: 'Değişti:',
  toSync: 'Eşitlemesine bak',
  switchOn: 'Aç',
  resume: 'Sürdür',
  pause: 'Duraklat',
  pauseQuestion: '{{name}} duraklatılsın mı?',
  pauseText: 'Eşitlemesi hemen durur ve siz sürdürene kadar hiçbir değişikliği duymaz. Ayarları kalır.',
  switchOff: 'Kapat',
  switchOffQuestion: '{{name}} kapatılsın mı?',
  switchOffText: 'Eşitlemesi hemen durur ve artık hiçbir değişikliği duymaz. Sonra yeniden açabilirsiniz.',
  isOn: '{{name}} açık.',
  isPaused: '{{name}} duraklatıldı.',
  isOff: '{{name}} kapalı.',
  saved: '{{name}} kaydedildi.',
  noSettings: 'Ayar gerekmez: menünüzü doğrudan okur.',
  baseUrl: 'Kataloğunun adresi',
  account: 'Oradaki hesap',
  domain: 'Web sitesinin alan adı',
  token: 'Gizli anahtar',
  tokenOnce: 'İçeri alınmamız için bizden istediği. Bir daha gösterilmez.',
  tokenStays: 'Hiç gösterilmez. Olanı korumak için boş bırakın.',
  goneTitle: 'Böyle bir ürün yok',
  goneText: 'Bu adreste bir ürün yok.',
};

export const words = { services } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  enableService: 'Bir ürünü açtı',
  updateService: 'Bir ürünü değiştirdi',
  disableService: 'Bir ürünü kapattı',
};
