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
  result: 'Sonuç',
  yes: 'Evet',
  moves: 'Birinci karta geçecekler:',
  count: {
    note_one: '{{count}} not',
    note_other: '{{count}} not',
    activity_one: '{{count}} görev',
    activity_other: '{{count}} görev',
    timeline_entry_one: '{{count}} geçmiş kaydı',
    timeline_entry_other: '{{count}} geçmiş kaydı',
    partner_one: '{{count}} iş ortağı',
    partner_other: '{{count}} iş ortağı',
    opportunity_contact_one: '{{count}} fırsat',
    opportunity_contact_other: '{{count}} fırsat',
    contact_reference_one: 'Başka sistemde {{count}} kimlik',
    contact_reference_other: 'Başka sistemlerde {{count}} kimlik',
    contact_mail_one: '{{count}} e-posta adresi',
    contact_mail_other: '{{count}} e-posta adresi',
    contact_phone_one: '{{count}} telefon',
    contact_phone_other: '{{count}} telefon',
  },
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
    BIRTHDAY: 'Doğum günü',
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
