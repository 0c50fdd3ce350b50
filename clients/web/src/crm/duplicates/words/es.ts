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
  result: 'Cómo quedará',
  yes: 'Sí',
  moves: 'Pasa al primer contacto:',
  count: {
    note_one: '{{count}} nota',
    note_other: '{{count}} notas',
    activity_one: '{{count}} actividad',
    activity_other: '{{count}} actividades',
    timeline_entry_one: '{{count}} entrada del historial',
    timeline_entry_other: '{{count}} entradas del historial',
    partner_one: '{{count}} socio',
    partner_other: '{{count}} socios',
    opportunity_contact_one: '{{count}} oportunidad',
    opportunity_contact_other: '{{count}} oportunidades',
    contact_reference_one: '{{count}} identificador en otro sistema',
    contact_reference_other: '{{count}} identificadores en otros sistemas',
    contact_mail_one: '{{count}} correo',
    contact_mail_other: '{{count}} correos',
    contact_phone_one: '{{count}} teléfono',
    contact_phone_other: '{{count}} teléfonos',
  },
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
    BIRTHDAY: 'Cumpleaños',
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
