import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  rank: { DUPLICATE: 'Aynı', LIKELY: 'Belki aynı', SHARED: 'Ortak' },
  sameMail: 'Aynı e-posta adresi',
  samePhone: 'Aynı telefon',
  likeNames: 'Adlar neredeyse aynı',
  merge: 'Birleştir',
  merged: '{{name}} artık tek kart.',
  dismiss: 'Aynı değil',
  dismissed: 'Bir daha önerilmeyecekler.',
  mergeText: 'İkisinin notları, görevleri, e-posta adresleri, telefonları ve etiketleri kalır. Farklı olanı seçin.',
  field: 'Alan',
  first: 'Birinci kart',
  second: 'İkinci kart',
  none: 'Yok',
  fields: {
    NAME: 'Ad',
    COMPANY: 'Şirket',
    ROLE: 'Görev',
    DEPARTMENT: 'Bölüm',
    MAILS: 'E-posta adresleri, asıl olan önce',
    PHONES: 'Telefonlar, asıl olan önce',
    KIND: 'Tür',
    OWNER: 'Sorumlu',
    ADDRESSES: 'Posta adresleri',
  },
  emptyTitle: 'İki kez kayıtlı kimse yok',
  emptyText: 'Aynı e-posta adresi, aynı telefonu ya da neredeyse aynı adı olan kartlar burada görünür.',
};

export const done: Texts<typeof doneHere> = {
  mergeContacts: 'Kişi kartlarını birleştirdi',
  undoMerge: 'Bir birleştirmeyi geri aldı',
  dismissDuplicate: 'İki kartın aynı olmadığını belirtti',
  reopenDuplicate: 'İki kartın aynı olmadığını geri aldı',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Duplicate: 'Olası mükerrer',
    Merge: 'Birleştirme',
  },
  field: {},
  sentence: {},
};
