import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  new: 'Nota nueva',
  content: 'Nota',
  contentHint: 'Markdown: **negritas**, listas, tablas, enlaces.',
  contentMissing: 'Escribe algo.',
  pinned: 'Fijar hasta arriba',
  isPinned: 'Fijada',
  tag: 'Con la etiqueta',
  saved: 'Se guardó la nota.',
  remove: 'Eliminar',
  removed: 'Se eliminó la nota.',
  emptyTitle: 'Todavía no hay notas',
  emptyText: 'Anota lo que se dijo y se acordó, para que todos lo sepan.',
  nothingFoundTitle: 'Ninguna nota con esta etiqueta',
  nothingFoundText: 'Elige otra etiqueta o borra el filtro.',
  conflict: {
    title: 'Alguien cambió esta nota mientras escribías',
    mine: 'Lo tuyo',
    theirs: 'Lo de la otra persona',
    merge: 'Combinar ambas',
    take: { mine: 'Conservar lo mío', theirs: 'Tomar lo suyo' },
    both_one:
      'En un lugar ambos cambiaron las mismas líneas: las dos versiones están en el texto. Revísalo y guárdalo.',
    both_other:
      'En {{count}} lugares ambos cambiaron las mismas líneas: las dos versiones están en el texto. Revísalo y guárdalo.',
  },
  goneTitle: 'No se encontró la nota',
  goneText: 'Se eliminó, o la dirección no es correcta.',
};

export const done: Texts<typeof doneHere> = {
  createNote: 'Escribió una nota',
  updateNote: 'Cambió una nota',
  removeNote: 'Eliminó una nota',
  restoreNote: 'Restauró una nota',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Note: 'Nota',
  },
  field: {
    Note: {
      side: 'libro',
      subject: 'sobre',
      content: 'texto',
      tags: 'etiquetas',
      pinned: 'fijada',
      author: 'autor',
      editedAt: 'editada',
      editedBy: 'editada por',
    },
  },
  sentence: {
    Note: {
      CREATED: '{{who}} escribió una nota',
      content: '{{who}} cambió el texto de una nota',
      removedAt: '{{who}} eliminó una nota',
      removedAt_none: '{{who}} restauró una nota',
    },
  },
};
