import type { Texts } from '../../words/texts.ts';
import type { words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const audit: Here['audit'] = {
  CREATED: 'Oluşturuldu',
  UPDATED: 'Değişti',
  REMOVED: 'Kaldırıldı',
  CALLED: 'İstendi',
  SUCCEEDED: 'Başarılı',
  REFUSED: 'Reddedildi',
  SHOWN: 'Görüntülendi',
};

const log: Here['log'] = {
  who: 'Kim',
  kind: 'Ne oldu',
  thing: 'Neye yapıldı',
  from: 'Başlangıç',
  to: 'Bitiş',
  anybody: 'Herkes',
  anything: 'Her şey',
  only: 'Yalnızca {{name}}',
  all: 'Tüm günlüğü göster',
  clear: 'Filtreleri temizle',
  chosen: '{{first}} ve {{count}} tane daha',
  bySystem_one: 'Sistemden {{count}}',
  bySystem_other: 'Sistemden {{count}}',
  showSystem: 'Göster',
  hideSystem: 'Sistemin yaptıklarını gizle',
  none: 'boş',
  yes: 'evet',
  no: 'hayır',
  things_one: '{{count}} kayıt',
  things_other: '{{count}} kayıt',
  changed: '{{who}}, {{name}} için değişiklik yaptı: {{changes}}',
  fromTo: '{{field}}: {{before}} → {{after}}',
  did: {
    CREATED: '{{who}} oluşturdu: {{name}}',
    UPDATED: '{{who}} değiştirdi: {{name}}',
    REMOVED: '{{who}} sildi: {{name}}',
    CALLED: '{{who}} istedi: {{name}}',
    SUCCEEDED: '{{who}}: {{name}} başarılı',
    REFUSED: '{{who}} reddedildi: {{name}}',
    SHOWN: '{{who}} gördü: {{name}}',
  },
  historyEmpty: 'Günlük başladığından beri burada bir şey değişmedi.',
  wholeHistory: 'Tüm geçmiş',
  toThing: '{{name}} sayfasına git',
  toHistory: '{{name}} geçmişi',
  undone: 'Geri alındı: {{what}}',
  changedSince: 'Sonradan değiştirildiği için artık geri alınamaz.',
  when: 'Zaman',
  address: 'Adres',
  correlation: 'İsteğin kimliği',
  details: 'Ayrıntılar',
  field: 'Alan',
  before: 'Önce',
  after: 'Sonra',
  nothingChanged: 'Gösterilecek değişiklik yok.',
  goneTitle: 'Bu kayıt günlükte yok',
  goneText: 'Günlükte bu adrese sahip bir kayıt yok.',
  emptyTitle: 'Kayıt yok',
  emptyText:
    'Burada kişilerin, ekranların ve diğer sistemlerin yaptıkları bu günlükte tutulur. Aradığınıza uyan bir şey yok.',
};

export const words = { audit, log } satisfies Here;

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  audit: {
    about: 'İşlem günlüğü',
    read: 'İşlem günlüğünü okuma',
    all: 'İşlem günlüğünün tamamını okuma',
  },
};

/** What the log says of what no area has to itself. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Tenant: 'İşletme',
    Restaurant: 'Restoran',
    Location: 'Şube',
    MaintenanceWindow: 'Bakım',
  },
};
