import type { Texts } from '../../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

export const words: Texts<typeof here> = {
  new: 'Contacto nuevo',
  create: 'Crear',
  name: 'Nombre',
  kind: 'Tipo',
  kinds: { PERSON: 'Persona', ORGANISATION: 'Organización', USER: 'Trabajará aquí' },
  company: 'Empresa',
  role: 'Puesto',
  department: 'Departamento',
  mails: 'Direcciones de correo',
  phones: 'Teléfonos',
  tags: 'Etiquetas',
  isBarred: 'No contactar',
  reason: 'Motivo',
  labelHint: 'trabajo, casa…',
  one: { mails: 'Dirección de correo {{place}}', phones: 'Teléfono {{place}}' },
  label: { mails: 'Qué es la dirección de correo {{place}}', phones: 'Qué es el teléfono {{place}}' },
  removeOne: { mails: 'Quitar la dirección de correo {{place}}', phones: 'Quitar el teléfono {{place}}' },
  add: { mails: 'Agregar una dirección de correo', phones: 'Agregar un teléfono' },
  find: 'Buscar un contacto',
  all: 'Todos',
  removed: 'Se eliminó {{name}}.',
  nothingFoundTitle: 'No se encontró ningún contacto',
  nothingFoundText:
    'Prueba con parte del nombre, una dirección de correo completa o los últimos cuatro dígitos de un teléfono.',
  saved: 'Se guardaron los cambios de {{name}}.',
  remove: 'Eliminar',
  removeQuestion: '¿Eliminar {{name}}?',
  removeText: 'Las notas, las actividades y el historial se conservan. El contacto se puede restaurar.',
  emptyTitle: 'Todavía no hay contactos',
  emptyText: 'Agrega proveedores, socios y personal, y nadie tendrá que buscar un teléfono otra vez.',
  isPartner: 'Es socio.',
  goneTitle: 'No se encontró el contacto',
  goneText: 'Se eliminó, o la dirección no es correcta.',
};

export const done: Texts<typeof doneHere> = {
  createContact: 'Creó un contacto',
  updateContact: 'Cambió un contacto',
  removeContact: 'Eliminó un contacto',
  restoreContact: 'Restauró un contacto',
};

export const told: Texts<typeof toldHere> = {
  noun: {
    Contact: 'Contacto',
  },
  field: {
    Contact: {
      side: 'libro',
      kind: 'tipo',
      name: 'nombre',
      company: 'empresa',
      role: 'puesto',
      department: 'departamento',
      tags: 'etiquetas',
      ownerId: 'responsable',
      mails: 'direcciones de correo',
      phones: 'teléfonos',
      reason: 'motivo',
      since: 'desde',
    },
  },
  sentence: {
    Contact: {
      CREATED: '{{who}} creó el contacto {{name}}',
      name: '{{who}} cambió el nombre del contacto {{before}} a {{after}}',
      removedAt: '{{who}} eliminó el contacto {{name}}',
      removedAt_none: '{{who}} restauró el contacto {{name}}',
      ownerId: '{{who}} cambió el responsable del contacto {{name}}',
    },
  },
};
