import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  rank: { DUPLICATE: 'El mismo', LIKELY: 'Quizá el mismo', SHARED: 'Compartido' },
  sameMail: 'La misma dirección de correo',
  samePhone: 'El mismo teléfono',
  likeNames: 'Los nombres son casi iguales',
  merge: 'Combinar',
  merged: '{{name}} ya es un solo contacto.',
  dismiss: 'No son el mismo',
  dismissed: 'No se volverán a proponer.',
  mergeText:
    'Se conservan las notas, las actividades, los correos, los teléfonos y las etiquetas de ambos. Elige lo que es distinto.',
  field: 'Campo',
  first: 'Primer contacto',
  second: 'Segundo contacto',
  none: 'Nada',
  fields: {
    NAME: 'Nombre',
    COMPANY: 'Empresa',
    ROLE: 'Puesto',
    DEPARTMENT: 'Departamento',
    MAILS: 'Direcciones de correo, primero las principales',
    PHONES: 'Teléfonos, primero los principales',
    KIND: 'Tipo',
    OWNER: 'Responsable',
    ADDRESSES: 'Direcciones postales',
  },
  emptyTitle: 'Nadie está dos veces',
  emptyText: 'Aquí aparecen los contactos con el mismo correo, el mismo teléfono o casi el mismo nombre.',
};

export const done: Texts<typeof doneHere> = {
  mergeContacts: 'Combinó contactos',
  undoMerge: 'Deshizo una combinación de contactos',
  dismissDuplicate: 'Indicó que dos contactos no son el mismo',
  reopenDuplicate: 'Retiró que dos contactos no son el mismo',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Duplicate: 'Posible duplicado',
    Merge: 'Combinación',
  },
  field: {},
  sentence: {},
};
