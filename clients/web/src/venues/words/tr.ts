import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const venues: Here['venues'] = {
  new: 'Yeni mekân',
  create: 'Mekân ekle',
  name: 'Ad',
  saved: '{{name}} kaydedildi.',
  location: 'Şube',
  locationHint: 'Mycelium terminallerinde satıyorsa satışları oradan okunur.',
  noLocation: 'Yok: başka yerde satıyor',
  openingHours: 'Haftalık çalışma saatleri',
  closedDay: 'Kapalı',
  opensAt: '{{of}}: açılış',
  closesAt: '{{of}}: kapanış',
  addHours: 'Saat ekle',
  addHoursOf: 'Saat ekle: {{of}}',
  removeHours: '{{from}}–{{to}} arasını kaldır: {{of}}',
  exceptionalDays: 'Tatiller ve diğer günler',
  noExceptionalDays: 'Bütün haftalar aynı. Tatilleri ve saatleri farklı günleri ekleyin.',
  date: 'Tarih',
  why: 'Neden',
  isHoliday: 'Tatil: günler karşılaştırılırken belirtilir',
  addDay: 'Gün ekle',
  removeDay: 'Bu günü kaldır',
  removeDayOf: 'Bu günü kaldır: {{of}}',
  dayMissing: 'Her günün tarihi ve nedeni olmalı.',
  close: 'Mekânı kapat',
  isClosed: '{{name}} kapatıldı. Sayıları saklanır.',
  reopen: 'Yeniden aç',
  isReopened: '{{name}} yeniden açıldı.',
  closedText: 'Kapalı. Artık veri toplanmaz; sayıları saklanır.',
  emptyTitle: 'Henüz mekân yok',
  emptyText: 'Mekân, sayıları sattığı her yerden toplanan, karşılaştırılan ve açıklanan bir yerdir.',
  goneTitle: 'Mekân bulunamadı',
  goneText: 'Bu adreste mekân yok.',
  state: { inBusiness: 'Faal', closed: 'Kapalı' },
};

export const words: Here = { venues };

export const done: Texts<typeof doneHere> = {
  createVenue: 'Mekân ekledi',
  updateVenue: 'Mekânı değiştirdi',
  closeVenue: 'Mekânı kapattı',
  reopenVenue: 'Mekânı yeniden açtı',
};

export const scopes: Texts<typeof scopesHere> = {
  venue: {
    about: 'Mekânlar',
    read: 'Mekânları gör',
    write: 'Mekânları yönet',
  },
};

export const told: Texts<typeof toldHere> = {
  noun: { Venue: 'Mekân' },
  field: {
    Venue: {
      name: 'ad',
      timeZone: 'saat dilimi',
      currency: 'para birimi',
      dayStart: 'gün başlangıcı',
      openingHours: 'çalışma saatleri',
      exceptionalDays: 'tatiller ve diğer günler',
      locationId: 'şube',
      closedAt: 'kapanış',
    },
  },
  sentence: {
    Venue: {
      CREATED: '{{who}} {{name}} mekânını ekledi',
      name: '{{who}} {{before}} mekânının adını {{after}} olarak değiştirdi',
      closedAt: '{{who}} {{name}} mekânını kapattı',
      closedAt_none: '{{who}} {{name}} mekânını yeniden açtı',
    },
  },
};
