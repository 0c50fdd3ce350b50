import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const crm: Here['crm'] = {
  platform: 'Platform',
  thing: { CONTACT: 'Kişi kartı', ACTIVITY: 'Görev', NOTE: 'Not' },
  tab: { contacts: 'Kişi kartları' },
};

const contacts: Here['contacts'] = {
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
  goneTitle: 'Kişi kartı bulunamadı',
  goneText: 'Silinmiş ya da adres yanlış.',
};

export const words = { crm, contacts } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createContact: 'Kişi kartı oluşturdu',
  updateContact: 'Kişi kartını değiştirdi',
  removeContact: 'Kişi kartını sildi',
  restoreContact: 'Kişi kartını geri getirdi',
  createActivity: 'Görev oluşturdu',
  updateActivity: 'Görevi değiştirdi',
  completeActivity: 'Görevi tamamladı',
  reopenActivity: 'Görevi yeniden açtı',
  removeActivity: 'Görevi sildi',
  restoreActivity: 'Görevi geri getirdi',
  createNote: 'Not yazdı',
  updateNote: 'Notu değiştirdi',
  removeNote: 'Notu sildi',
  restoreNote: 'Notu geri getirdi',
  createCalendarFeed: 'Takvim adresini oluşturdu',
  revokeCalendarFeed: 'Takvim adresini kaldırdı',
  dismissDuplicate: 'İki kartın aynı olmadığını belirtti',
  reopenDuplicate: 'İki kartın aynı olmadığını geri aldı',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  crm: {
    about: 'CRM',
    read: 'Kişi kartlarını, notları ve görevleri görme',
    write: 'Kişi kartlarını, notları ve görevleri yönetme',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Contact: 'Kişi kartı',
    Activity: 'Görev',
    Note: 'Not',
    CalendarFeed: 'Takvim adresi',
    Duplicate: 'Olası mükerrer',
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
    Activity: {
      side: 'defter',
      type: 'tür',
      title: 'başlık',
      description: 'açıklama',
      assigneeId: 'sorumlu',
      kind: 'neyle ilgili',
      id: 'ilgili kayıt',
      dueOn: 'son gün',
      dueAt: 'son tarih',
      timeZone: 'saat dilimi',
      dueNotice: 'saatle ilgili not',
      dueFrom: 'son günün başı',
      dueUntil: 'son günün sonu',
      durationMinutes: 'süre (dakika)',
      remindMinutesBefore: 'kaç dakika önce',
      remindAt: 'hatırlatma',
      repeat: 'yineleme',
      followsId: 'önceki görev',
      tags: 'etiketler',
      outcome: 'sonuç',
      completedAt: 'tamamlanma',
      completedBy: 'tamamlayan',
      reopenedAt: 'yeniden açılma',
      reopenedBy: 'yeniden açan',
    },
    Note: {
      side: 'defter',
      subject: 'konu',
      content: 'metin',
      tags: 'etiketler',
      pinned: 'sabitlenmiş',
      author: 'yazan',
      editedAt: 'düzenlenme',
      editedBy: 'düzenleyen',
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
    Activity: {
      CREATED: '{{who}}, {{name}} görevini oluşturdu',
      completedAt: '{{who}}, {{name}} görevini tamamladı',
      completedAt_none: '{{who}}, {{name}} görevini yeniden açtı',
      removedAt: '{{who}}, {{name}} görevini sildi',
      removedAt_none: '{{who}}, {{name}} görevini geri getirdi',
      assigneeId: '{{who}}, {{name}} görevinin sorumlusunu değiştirdi',
    },
    Note: {
      CREATED: '{{who}}, bir not yazdı',
      content: '{{who}}, bir notun metnini değiştirdi',
      removedAt: '{{who}}, bir notu sildi',
      removedAt_none: '{{who}}, bir notu geri getirdi',
    },
  },
};
