import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, told as toldHere } from './en.ts';

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
