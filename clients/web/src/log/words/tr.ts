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
  SHOWN: 'Görüntülendi',
};

const log: Here['log'] = {
  action: 'Eylem',
  noun: 'Tür',
  id: 'Kimlik',
  actor: 'Kişinin kimliği',
  from: 'Başlangıç',
  to: 'Bitiş',
  who: 'Kim',
  what: 'Ne',
  when: 'Zaman',
  address: 'Adres',
  correlation: 'İsteğin kimliği',
  field: 'Alan',
  before: 'Önce',
  after: 'Sonra',
  nothingChanged: 'Gösterilecek değişiklik yok.',
  goneTitle: 'Bu kayıt günlükte yok',
  goneText: 'Günlükte bu adrese sahip bir kayıt yok.',
  emptyTitle: 'Kayıt yok',
  emptyText:
    'Burada kişilerin, ekranların ve diğer ürünlerin yaptıkları bu kayıtta tutulur. Aradığınıza uyan bir şey yok.',
};

export const words = { audit, log } satisfies Here;
