import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  new: 'Yeni kişi kartı',
  create: 'Oluştur',
  name: 'Ad',
  kind: 'Tür',
  kinds: { PERSON: 'Kişi', ORGANISATION: 'Kuruluş', USER: 'Burada çalışacak' },
  company: 'Şirket',
  role: 'Görev',
  department: 'Bölüm',
  mails: 'E-posta adresleri',
  phones: 'Telefonlar',
  tags: 'Etiketler',
  isBarred: 'İletişime geçmeyin',
  reason: 'Neden',
  labelHint: 'iş, ev…',
  one: { mails: '{{place}}. e-posta adresi', phones: '{{place}}. telefon' },
  label: { mails: '{{place}}. e-posta adresinin türü', phones: '{{place}}. telefonun türü' },
  removeOne: { mails: '{{place}}. e-posta adresini sil', phones: '{{place}}. telefonu sil' },
  add: { mails: 'E-posta adresi ekle', phones: 'Telefon ekle' },
  find: 'Kişi kartı ara',
  all: 'Tümü',
  removed: '{{name}} silindi.',
  nothingFoundTitle: 'Kişi kartı bulunamadı',
  nothingFoundText: 'Adın bir bölümünü, tam bir e-posta adresini ya da bir telefonun son dört rakamını deneyin.',
  saved: '{{name}} kaydedildi.',
  remove: 'Sil',
  removeQuestion: '{{name}} silinsin mi?',
  removeText: 'Notlar, görevler ve geçmiş kalır. Kart geri getirilebilir.',
  emptyTitle: 'Henüz kişi kartı yok',
  emptyText: 'Tedarikçileri, iş ortaklarını ve çalışanları ekleyin; kimse bir daha telefon numarası aramasın.',
  isPartner: 'İş ortağı.',
  goneTitle: 'Kişi kartı bulunamadı',
  goneText: 'Silinmiş ya da adres yanlış.',
};

export const done: Texts<typeof doneHere> = {
  createContact: 'Kişi kartı oluşturdu',
  updateContact: 'Kişi kartını değiştirdi',
  removeContact: 'Kişi kartını sildi',
  restoreContact: 'Kişi kartını geri getirdi',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Contact: 'Kişi kartı',
  },
  field: {
    Contact: {
      side: 'defter',
      kind: 'tür',
      name: 'ad',
      company: 'şirket',
      role: 'görev',
      department: 'bölüm',
      tags: 'etiketler',
      ownerId: 'sorumlu',
      mails: 'e-posta adresleri',
      phones: 'telefonlar',
      reason: 'neden',
      since: 'başlangıç',
    },
  },
  sentence: {
    Contact: {
      CREATED: '{{who}}, {{name}} kişi kartını oluşturdu',
      name: '{{who}}, bir kişi kartının adını değiştirdi: {{before}} → {{after}}',
      removedAt: '{{who}}, {{name}} kişi kartını sildi',
      removedAt_none: '{{who}}, {{name}} kişi kartını geri getirdi',
      ownerId: '{{who}}, {{name}} kişi kartının sorumlusunu değiştirdi',
    },
  },
};
