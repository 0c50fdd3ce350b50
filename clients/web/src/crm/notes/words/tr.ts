import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  new: 'Yeni not',
  content: 'Not',
  contentHint: 'Markdown: **kalın**, listeler, tablolar, bağlantılar.',
  contentMissing: 'Bir şey yazın.',
  pinned: 'En üste sabitle',
  isPinned: 'Sabitlendi',
  tag: 'Şu etiketle',
  saved: 'Not kaydedildi.',
  remove: 'Sil',
  removed: 'Not silindi.',
  emptyTitle: 'Henüz not yok',
  emptyText: 'Konuşulanı ve anlaşılanı yazın; herkes bilsin.',
  nothingFoundTitle: 'Bu etiketle not yok',
  nothingFoundText: 'Başka bir etiket seçin ya da filtreyi temizleyin.',
  conflict: {
    title: 'Siz yazarken başka biri bu notu değiştirdi',
    mine: 'Sizinki',
    theirs: 'Onunki',
    merge: 'İkisini birleştir',
    take: { mine: 'Benimkini koru', theirs: 'Onunkini al' },
    both_one: 'Bir yerde ikiniz de aynı satırları değiştirdiniz: ikisi de metinde. Kontrol edip kaydedin.',
    both_other: '{{count}} yerde ikiniz de aynı satırları değiştirdiniz: ikisi de metinde. Kontrol edip kaydedin.',
  },
  goneTitle: 'Not bulunamadı',
  goneText: 'Silinmiş ya da adres yanlış.',
};

export const done: Texts<typeof doneHere> = {
  createNote: 'Not yazdı',
  updateNote: 'Notu değiştirdi',
  removeNote: 'Notu sildi',
  restoreNote: 'Notu geri getirdi',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Note: 'Not',
  },
  field: {
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
    Note: {
      CREATED: '{{who}}, bir not yazdı',
      content: '{{who}}, bir notun metnini değiştirdi',
      removedAt: '{{who}}, bir notu sildi',
      removedAt_none: '{{who}}, bir notu geri getirdi',
    },
  },
};
