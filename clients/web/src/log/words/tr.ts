import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const audit: Here['audit'] = {
  CREATED: 'Oluşturuldu',
  UPDATED: 'Değişti',
  REMOVED: 'Kaldırıldı',
  CALLED: 'İstendi',
  SUCCEEDED: 'Başarılı',
  REFUSED: 'Reddedildi',
  SHOWN: 'Gösterildi',
};

const log: Here['log'] = {
  action: 'İşlem',
  noun: 'Nesne türü',
  id: 'Nesnenin numarası',
  actor: 'Kişinin numarası',
  from: 'Başlangıç',
  to: 'Bitiş',
  who: 'Kim',
  what: 'Ne',
  when: 'Zaman',
  address: 'Adres',
  correlation: 'Çağrının numarası',
  field: 'Alan',
  before: 'Önce',
  after: 'Sonra',
  nothingChanged: 'Gösterilebilecek bir şey değişmedi.',
  goneTitle: 'Bu kayıt günlükte yok',
  goneText: 'Günlükte bu adrese sahip bir kayıt yok.',
  emptyTitle: 'Hiçbir şey yapılmadı',
  emptyText:
    'Burada kişilerin, ekranların ve diğer ürünlerin yaptıkları bu kayıtta tutulur. Aradığınıza uyan bir şey yok.',
};

export const words = { audit, log } satisfies Here;
