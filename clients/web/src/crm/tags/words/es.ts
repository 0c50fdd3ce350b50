import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  find: 'Cómo empieza',
  name: 'Nombre',
  colour: 'Color',
  colours: {
    GREY: 'Gris',
    RED: 'Rojo',
    ORANGE: 'Naranja',
    YELLOW: 'Amarillo',
    GREEN: 'Verde',
    TEAL: 'Turquesa',
    BLUE: 'Azul',
    VIOLET: 'Violeta',
    PINK: 'Rosa',
  },
  saved: '{{name}} se guardó.',
  remove: 'Eliminar',
  removed: '{{name}} se quitó de todo.',
  merge: 'Combinar',
  into: 'Combinar con',
  merged: 'Ya es parte de {{name}}.',
  mergeQuestion: '¿Combinar {{name}} con {{into}}?',
  mergeText: 'Todo lo que tiene la etiqueta {{name}} tendrá {{into}}. Podrás deshacerlo enseguida.',
  unused: 'Sin uso',
  count: {
    CONTACT_one: '{{count}} contacto',
    CONTACT_other: '{{count}} contactos',
    NOTE_one: '{{count}} nota',
    NOTE_other: '{{count}} notas',
    ACTIVITY_one: '{{count}} actividad',
    ACTIVITY_other: '{{count}} actividades',
    OPPORTUNITY_one: '{{count}} oportunidad',
    OPPORTUNITY_other: '{{count}} oportunidades',
  },
  emptyTitle: 'Aún no hay etiquetas',
  emptyText: 'Escribe una etiqueta en un contacto, una nota o una actividad y aparecerá aquí.',
  nothingFoundTitle: 'No se encontró ninguna etiqueta',
  nothingFoundText: 'Prueba con las primeras letras de su nombre.',
  goneTitle: 'No se encontró la etiqueta',
  goneText: 'Se eliminó o se combinó, o la dirección es incorrecta.',
};

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
