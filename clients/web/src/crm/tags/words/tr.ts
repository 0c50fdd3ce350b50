import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  find: 'İlk harfleri',
  name: 'Ad',
  colour: 'Renk',
  colours: {
    GREY: 'Gri',
    RED: 'Kırmızı',
    ORANGE: 'Turuncu',
    YELLOW: 'Sarı',
    GREEN: 'Yeşil',
    TEAL: 'Turkuaz',
    BLUE: 'Mavi',
    VIOLET: 'Mor',
    PINK: 'Pembe',
  },
  saved: '{{name}} kaydedildi.',
  remove: 'Kaldır',
  removed: '{{name}} her yerden kaldırıldı.',
  merge: 'Birleştir',
  into: 'Şununla birleştir',
  merged: 'Artık {{name}} etiketinin parçası.',
  mergeQuestion: '{{name}} etiketi {{into}} ile birleştirilsin mi?',
  mergeText:
    '{{name}} etiketini taşıyan her şey bunun yerine {{into}} etiketini alır. Hemen ardından geri alabilirsiniz.',
  unused: 'Kullanılmıyor',
  count: {
    CONTACT_one: '{{count}} kişi kartı',
    CONTACT_other: '{{count}} kişi kartı',
    NOTE_one: '{{count}} not',
    NOTE_other: '{{count}} not',
    ACTIVITY_one: '{{count}} görev',
    ACTIVITY_other: '{{count}} görev',
    OPPORTUNITY_one: '{{count}} fırsat',
    OPPORTUNITY_other: '{{count}} fırsat',
  },
  emptyTitle: 'Henüz etiket yok',
  emptyText: 'Bir kişi kartına, nota ya da göreve etiket yazın; burada görünür.',
  nothingFoundTitle: 'Etiket bulunamadı',
  nothingFoundText: 'Adının ilk harflerini deneyin.',
  goneTitle: 'Etiket bulunamadı',
  goneText: 'Kaldırılmış ya da birleştirilmiş olabilir, ya da adres yanlış.',
};

export const done: Texts<typeof doneHere> = {
  updateTag: 'Etiketin rengini değiştirdi',
  renameTag: 'Etiketin adını değiştirdi',
  mergeTags: 'Etiketleri birleştirdi',
  removeTag: 'Etiketi kaldırdı',
  restoreTag: 'Etiketi geri getirdi',
};

export const told: Texts<typeof toldHere> = {
  noun: { Tag: 'Etiket' },
  field: { Tag: { side: 'defter', name: 'ad', colour: 'renk' } },
  sentence: {
    Tag: {
      name: '{{who}} {{before}} etiketinin adını {{after}} olarak değiştirdi',
      colour: '{{who}} {{name}} etiketinin rengini değiştirdi',
      removedAt: '{{who}} {{name}} etiketini kaldırdı',
      removedAt_none: '{{who}} {{name}} etiketini geri getirdi',
    },
  },
};
