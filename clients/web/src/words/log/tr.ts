import type { Words } from '../en.ts';

export const audit: Words['audit'] = {
  CREATED: 'Oluşturuldu',
  UPDATED: 'Değişti',
  REMOVED: 'Kaldırıldı',
  CALLED: 'İstendi',
  SUCCEEDED: 'Başarılı',
  REFUSED: 'Reddedildi',
  SHOWN: 'Gösterildi',
};

export const log: Words['log'] = {
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
  export: 'Tablo olarak dışa aktar',
  emptyTitle: 'Hiçbir şey yapılmadı',
  emptyText:
    'Burada kişilerin, ekranların ve diğer ürünlerin yaptıkları bu kayıtta tutulur. Aradığınıza uyan bir şey yok.',
};
