import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const access: Here['access'] = {
  presets: 'Elegir por propósito',
  preset: {
    reader: 'Muestra el menú',
    signage: 'Señalización digital',
    sync: 'Sincroniza el menú en ambos sentidos',
    events: 'Intercambia eventos',
    monitoring: 'Monitoreo',
  },
  operationsWait_one: '{{count}} operación de {{name}} espera aprobación',
  operationsWait_other: '{{count}} operaciones de {{name}} esperan aprobación',
  keyExpires: 'Una clave de {{name}} vence pronto',
  new: 'Cliente de API nuevo',
  create: 'Crear',
  saved: 'Se guardaron los cambios de {{name}}.',
  name: 'Nombre',
  description: 'Para qué es y a quién llamar',
  application: 'Representa a',
  applicationHint: 'La aplicación del bus de eventos cuyos eventos recibe y publica, como SMP',
  scopes: 'Qué pueden hacer sus claves',
  noScope: 'Elige al menos uno.',
  limits: 'Límites',
  usual: 'predeterminado',
  perMinute: 'Operaciones por minuto',
  perHour: 'Operaciones por hora',
  subscriptions: 'Suscripciones en vivo',
  cost: 'Costo de una operación',
  ACTIVE: 'Activo',
  SUSPENDED: 'Suspendido',
  noKey: 'No tiene clave',
  suspend: 'Suspender',
  resume: 'Reanudar',
  remove: 'Eliminar el cliente',
  removeQuestion: '¿Eliminar {{name}}?',
  removeText: 'Sus claves dejan de funcionar de inmediato y de forma permanente.',
  goneTitle: 'No se encontró el cliente',
  goneText: 'Este cliente de API se eliminó, o la dirección no es correcta.',
  emptyTitle: 'Ningún otro sistema trabaja con tus datos',
  emptyText: 'Crea un cliente de API para cada uno que deba hacerlo: recibe claves propias que puedes revocar.',
  keys: 'Claves',
  noKeys: 'Todavía no tiene clave, así que no puede hacer nada.',
  newKey: 'Clave nueva',
  shownOnce: 'Copia esta clave ahora. Se muestra solo esta vez y no se guarda en ningún lado.',
  lastUsed: 'Usada',
  neverUsed: 'Nunca usada',
  ends: 'vence el {{at}}',
  rotate: 'Rotar',
  revoke: 'Revocar',
  revokeQuestion: '¿Revocar {{prefix}}?',
  revokeText: 'Todo lo que la use se rechaza de inmediato. Rótala para tener 24 horas para cambiar.',
};

const operations: Here['operations'] = {
  title: 'Operaciones',
  broken: 'Se rechaza',
  ended: 'Venció',
  PENDING: 'En espera',
  APPROVED: 'Aprobada',
  REJECTED: 'Rechazada',
  QUERY: 'Lee',
  MUTATION: 'Cambia',
  SUBSCRIPTION: 'Sigue',
  costs: 'costo {{cost}}',
  costsUpTo: 'Puede costar hasta {{cost}}.',
  assumed:
    'Calculado con los valores predeterminados de sus variables y sin omitir nada; diez elementos donde una lista no dice su largo.',
  needs: 'Permisos necesarios: {{scopes}}.',
  needsNothing: 'No necesita ningún permiso.',
  problems: 'Se rechazaría',
  scopeMissing: 'Necesita el permiso “{{scope}}”, que este cliente no tiene.',
  unfit: 'no está en la API',
  document: 'Documento',
  because: 'Rechazada: {{reason}}',
  approve: 'Aprobar',
  isApproved: '{{name}} ya puede ejecutarse.',
  reject: 'Rechazar',
  isRejected: 'Se rechazó {{name}}.',
  reason: 'Por qué',
  reasonFor: 'Lo lee quien desarrolla el cliente.',
  remove: 'Eliminar',
  removeQuestion: '¿Eliminar {{name}}?',
  removeText: 'Se le negará de inmediato al cliente, y terminan sus suscripciones en vivo.',
  download: 'Descargar aprobadas',
  waiting_one: '{{count}} en espera',
  waiting_other: '{{count}} en espera',
  refused_one: '{{count}} se rechaza',
  refused_other: '{{count}} se rechazan',
  goneTitle: 'No se encontró la operación',
  goneText: 'Esta operación se eliminó, o la dirección no es correcta.',
  emptyTitle: 'Todavía no hay nada registrado',
  emptyText:
    'Un cliente con clave solo puede ejecutar operaciones registradas y aprobadas. Registra las que te da quien lo hizo, como archivos de GraphQL o un persisted-documents.json; después revisa cada una y apruébala.',
  register: 'Registrar de archivos',
  registered_one: '{{count}} operación registrada. Revísala y apruébala.',
  registered_other: '{{count}} operaciones registradas. Revisa cada una y apruébala.',
  notRegistered: '{{name}} no está registrada.',
  unreadable: 'En {{file}} no hay documentos.',
  notOpened: 'No se pudo leer {{file}}.',
};

const usage: Here['usage'] = {
  title: 'Quién usa qué',
  field: 'Campo',
  times_one: '{{times}} vez',
  times_other: '{{times}} veces',
  narrow_one: '{{count}} fila más. Nombra un campo para ver menos.',
  narrow_other: '{{count}} filas más. Nombra un campo para ver menos.',
  nobody: 'Nadie lo usa',
  nobodyText: 'Ningún cliente pidió un campo así en ese período.',
  emptyTitle: 'Todavía no hay solicitudes',
  emptyText:
    'En cuanto otros sistemas pidan tus datos, aquí se ve quién usa qué campo, cuántas veces y cuándo por última vez.',
};

const firstCall: Here['firstCall'] = {
  rest: 'Pruébala por REST',
  operation: 'Ejecuta la operación registrada {{name}}',
  noOperation: 'Por GraphQL este cliente ejecuta lo que tiene registrado y aprobado; todavía no hay nada.',
  docs: 'Referencia de la API',
  operations: 'Sus operaciones',
  playground: 'Playground',
};

export const words = { access, operations, usage, firstCall } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createApiClient: 'Creó un cliente de API',
  updateApiClient: 'Cambió un cliente de API',
  suspendApiClient: 'Suspendió un cliente de API',
  resumeApiClient: 'Reanudó un cliente de API',
  removeApiClient: 'Eliminó un cliente de API',
  createApiKey: 'Creó una clave de API',
  rotateApiKey: 'Sustituyó una clave de API',
  revokeApiKey: 'Revocó una clave de API',
  registerOperations: 'Registró operaciones',
  approveOperations: 'Aprobó operaciones',
  rejectOperations: 'Rechazó operaciones',
  removeOperations: 'Eliminó operaciones',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  upload: {
    about: 'Archivos',
    write: 'Subir archivos',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    ApiClient: 'Cliente de API',
    ApiKey: 'Clave de API',
    RegisteredOperation: 'Operación',
  },
  field: {
    ApiClient: {
      name: 'nombre',
      description: 'descripción',
      scopes: 'permisos',
      application: 'aplicación',
      status: 'estado',
      limits: 'límites',
      perMinute: 'operaciones por minuto',
      perHour: 'operaciones por hora',
    },
    ApiKey: {
      note: 'nota',
      expiresAt: 'vence',
      revokedAt: 'revocada',
    },
  },
  value: {
    ApiClient: {
      status: {
        ACTIVE: 'activo',
        SUSPENDED: 'suspendido',
      },
    },
  },
  sentence: {
    ApiClient: {
      CREATED: '{{who}} creó el cliente de API {{name}}',
      REMOVED: '{{who}} eliminó el cliente de API {{name}}',
      name: '{{who}} cambió el nombre del cliente de API {{before}} a {{after}}',
      scopes: '{{who}} cambió lo que puede hacer el cliente de API {{name}}',
      status_ACTIVE: '{{who}} reanudó el cliente de API {{name}}',
      status_SUSPENDED: '{{who}} suspendió el cliente de API {{name}}',
    },
    ApiKey: {
      CREATED: '{{who}} creó la clave de API {{name}}',
      revokedAt: '{{who}} revocó la clave de API {{name}}',
      expiresAt: '{{who}} cambió el vencimiento de la clave de API {{name}}',
    },
  },
};
