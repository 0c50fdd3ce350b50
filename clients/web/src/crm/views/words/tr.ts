import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  label: 'Kayıtlı görünümler',
  plain: 'Varsayılan',
  save: 'Görünümü kaydet',
  name: 'Görünümün adı',
  isShared: 'Tüm ekip için',
  create: 'Kaydet',
  saved: '{{name}} görünümü kaydedildi.',
  saveChanges: 'Değişiklikleri kaydet',
  more: '{{name}} görünümünü değiştir',
  rename: 'Yeniden adlandır',
  renameTitle: 'Görünümü yeniden adlandır',
  share: 'Tüm ekiple paylaş',
  unshare: 'Yalnızca benim için',
  remove: 'Kaldır',
  removed: '{{name}} görünümü kaldırıldı.',
  shared: 'paylaşılan',
};

export const done: Texts<typeof doneHere> = {
  createView: 'Görünüm kaydetti',
  updateView: 'Kayıtlı görünümü değiştirdi',
  removeView: 'Kayıtlı görünümü kaldırdı',
  restoreView: 'Kayıtlı görünümü geri getirdi',
};

export const told: Texts<typeof toldHere> = {
  noun: { SavedView: 'Kayıtlı görünüm' },
  field: {
    SavedView: {
      side: 'defter',
      list: 'liste',
      name: 'ad',
      query: 'gösterdiği',
      isShared: 'paylaşılan',
      author: 'kaydeden',
      position: 'yer',
      kind: 'kaydeden',
      id: 'kaydeden',
    },
  },
  sentence: {
    SavedView: {
      CREATED: '{{who}} {{name}} görünümünü kaydetti',
      name: '{{who}} {{before}} görünümünün adını {{after}} olarak değiştirdi',
      removedAt: '{{who}} {{name}} görünümünü kaldırdı',
      removedAt_none: '{{who}} {{name}} görünümünü geri getirdi',
    },
  },
};
