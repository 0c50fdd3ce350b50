import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, told as toldHere } from './en.ts';

export const done: Texts<typeof doneHere> = {
  updateTag: 'Cambió el color de una etiqueta',
  renameTag: 'Cambió el nombre de una etiqueta',
  mergeTags: 'Combinó etiquetas',
  removeTag: 'Eliminó una etiqueta',
  restoreTag: 'Recuperó una etiqueta',
};

export const told: Texts<typeof toldHere> = {
  noun: { Tag: 'Etiqueta' },
  field: { Tag: { side: 'libro', name: 'nombre', colour: 'color' } },
  sentence: {
    Tag: {
      name: '{{who}} cambió el nombre de la etiqueta {{before}} a {{after}}',
      colour: '{{who}} cambió el color de la etiqueta {{name}}',
      removedAt: '{{who}} eliminó la etiqueta {{name}}',
      removedAt_none: '{{who}} recuperó la etiqueta {{name}}',
    },
  },
};
