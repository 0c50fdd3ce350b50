import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, told as toldHere } from './en.ts';

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
