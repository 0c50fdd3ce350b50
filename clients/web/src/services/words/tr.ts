import { product } from '../../words/products/tr.ts';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const services: Here['services'] = {
  since: 'Değişti:',
  toSync: 'Senkronizasyonuna bak',
  switchOn: 'Aç',
  resume: 'Sürdür',
  pause: 'Duraklat',
  pauseQuestion: '{{name}} duraklatılsın mı?',
  pauseText: 'Senkronizasyon hemen durur ve siz sürdürene kadar hiçbir değişikliği almaz. Ayarları kalır.',
  switchOff: 'Kapat',
  switchOffQuestion: '{{name}} kapatılsın mı?',
  switchOffText: 'Senkronizasyon hemen durur ve artık hiçbir değişikliği almaz. Sonra yeniden açabilirsiniz.',
  isOn: '{{name}} açıldı.',
  isPaused: '{{name}} duraklatıldı.',
  isOff: '{{name}} kapatıldı.',
  saved: '{{name}} kaydedildi.',
  noSettings: 'Ayar gerekmez: menünüzü doğrudan okur.',
  baseUrl: 'Kataloğunun adresi',
  account: 'Bu hizmetteki hesap kimliği',
  domain: 'Web sitesinin alan adı',
  token: 'Gizli anahtar',
  tokenOnce: 'Bu hizmetin bizden istediği anahtar. Bir daha gösterilmez.',
  tokenStays: 'Hiç gösterilmez. Geçerli olanı korumak için boş bırakın.',
  goneTitle: 'Hizmet bulunamadı',
  goneText: 'Bu adreste bir hizmet yok.',
};

export const words = { services } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  enableService: 'Bir hizmeti açtı',
  updateService: 'Bir hizmeti değiştirdi',
  disableService: 'Bir hizmeti kapattı',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  service: {
    about: 'Hizmetler',
    read: 'Hizmetleri görme',
    write: 'Hizmetleri açıp kapatma',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    ProductService: 'Hizmet',
  },
  field: {
    ProductService: {
      status: 'durum',
      config: 'ayarlar',
      since: 'başlangıç',
      baseUrl: 'adres',
      account: 'hesap',
      domain: 'alan adı',
    },
  },
  value: {
    ProductService: {
      name: product,
      status: {
        ACTIVE: 'açık',
        PAUSED: 'duraklatıldı',
        OFF: 'kapalı',
      },
    },
  },
  sentence: {
    ProductService: {
      CREATED: '{{who}}, {{name}} hizmetini açtı',
      status_ACTIVE: '{{who}}, {{name}} hizmetini yeniden açtı',
      status_PAUSED: '{{who}}, {{name}} hizmetini duraklattı',
      status_OFF: '{{who}}, {{name}} hizmetini kapattı',
    },
  },
};
