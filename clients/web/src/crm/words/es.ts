import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const crm: Here['crm'] = {
  platform: 'Plataforma',
  thing: { CONTACT: 'Contacto', ACTIVITY: 'Actividad', NOTE: 'Nota' },
  tab: { contacts: 'Contactos' },
};

const contacts: Here['contacts'] = {
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
  goneTitle: 'No se encontró el contacto',
  goneText: 'Se eliminó, o la dirección no es correcta.',
};

export const words = { crm, contacts } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createContact: 'Creó un contacto',
  updateContact: 'Cambió un contacto',
  removeContact: 'Eliminó un contacto',
  restoreContact: 'Restauró un contacto',
  createActivity: 'Creó una actividad',
  updateActivity: 'Cambió una actividad',
  completeActivity: 'Completó una actividad',
  reopenActivity: 'Reabrió una actividad',
  removeActivity: 'Eliminó una actividad',
  restoreActivity: 'Restauró una actividad',
  createNote: 'Escribió una nota',
  updateNote: 'Cambió una nota',
  removeNote: 'Eliminó una nota',
  restoreNote: 'Restauró una nota',
  createCalendarFeed: 'Creó la dirección de su calendario',
  revokeCalendarFeed: 'Desactivó la dirección de su calendario',
  dismissDuplicate: 'Indicó que dos contactos no son el mismo',
  reopenDuplicate: 'Retiró que dos contactos no son el mismo',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  crm: {
    about: 'CRM',
    read: 'Ver contactos, notas y actividades',
    write: 'Administrar contactos, notas y actividades',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Contact: 'Contacto',
    Activity: 'Actividad',
    Note: 'Nota',
    CalendarFeed: 'Calendario',
    Duplicate: 'Posible duplicado',
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
    Activity: {
      side: 'libro',
      type: 'tipo',
      title: 'título',
      description: 'descripción',
      assigneeId: 'responsable',
      kind: 'clase',
      id: 'asunto',
      dueOn: 'día límite',
      dueAt: 'vencimiento',
      timeZone: 'zona horaria',
      dueNotice: 'nota sobre la hora',
      dueFrom: 'inicio del día límite',
      dueUntil: 'fin del día límite',
      durationMinutes: 'minutos',
      remindMinutesBefore: 'minutos antes',
      remindAt: 'recordatorio',
      repeat: 'repetición',
      followsId: 'actividad anterior',
      tags: 'etiquetas',
      outcome: 'resultado',
      completedAt: 'completada',
      completedBy: 'completada por',
      reopenedAt: 'reabierta',
      reopenedBy: 'reabierta por',
    },
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
    Contact: {
      CREATED: '{{who}} creó el contacto {{name}}',
      name: '{{who}} cambió el nombre del contacto {{before}} a {{after}}',
      removedAt: '{{who}} eliminó el contacto {{name}}',
      removedAt_none: '{{who}} restauró el contacto {{name}}',
      ownerId: '{{who}} cambió el responsable del contacto {{name}}',
    },
    Activity: {
      CREATED: '{{who}} creó la actividad {{name}}',
      completedAt: '{{who}} completó la actividad {{name}}',
      completedAt_none: '{{who}} reabrió la actividad {{name}}',
      removedAt: '{{who}} eliminó la actividad {{name}}',
      removedAt_none: '{{who}} restauró la actividad {{name}}',
      assigneeId: '{{who}} cambió el responsable de la actividad {{name}}',
    },
    Note: {
      CREATED: '{{who}} escribió una nota',
      content: '{{who}} cambió el texto de una nota',
      removedAt: '{{who}} eliminó una nota',
      removedAt_none: '{{who}} restauró una nota',
    },
  },
};
