import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  label: 'Vistas guardadas',
  plain: 'Predeterminada',
  save: 'Guardar vista',
  name: 'Nombre de la vista',
  isShared: 'Para todo el equipo',
  create: 'Guardar',
  saved: 'La vista {{name}} se guardó.',
  saveChanges: 'Guardar cambios',
  more: 'Cambiar la vista {{name}}',
  rename: 'Cambiar nombre',
  renameTitle: 'Cambiar nombre de la vista',
  share: 'Compartir con todo el equipo',
  unshare: 'Solo para mí',
  remove: 'Eliminar',
  removed: 'La vista {{name}} se eliminó.',
  shared: 'compartida',
};

export const done: Texts<typeof doneHere> = {
  createView: 'Guardó una vista',
  updateView: 'Cambió una vista guardada',
  removeView: 'Eliminó una vista guardada',
  restoreView: 'Recuperó una vista guardada',
};

export const told: Texts<typeof toldHere> = {
  noun: { SavedView: 'Vista guardada' },
  field: {
    SavedView: {
      side: 'libro',
      list: 'lista',
      name: 'nombre',
      query: 'lo que muestra',
      isShared: 'compartida',
      author: 'autor',
      position: 'lugar',
      kind: 'autor',
      id: 'autor',
    },
  },
  sentence: {
    SavedView: {
      CREATED: '{{who}} guardó la vista {{name}}',
      name: '{{who}} cambió el nombre de la vista {{before}} a {{after}}',
      removedAt: '{{who}} eliminó la vista {{name}}',
      removedAt_none: '{{who}} recuperó la vista {{name}}',
    },
  },
};
