import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const work: Here['work'] = {
  hasFailed_one: '{{name}}: falló {{count}} tarea',
  hasFailed_other: '{{name}}: fallaron {{count}} tareas',
  emptyTitle: 'No hay tareas en segundo plano',
  emptyText: 'Aquí aparecen los correos, las sincronizaciones y otros trabajos largos: lo que espera y lo que falló.',
  goneTitle: 'No se encontró el trabajo en segundo plano',
  goneText: 'No hay nada de este tipo ahora, ni lo hubo en la última hora.',
  kind: {
    mail: 'Correos',
    'sync-run': 'Sincronizaciones',
    'event-job': 'Acciones masivas sobre eventos',
    'silent-displays': 'Vigilancia de pantallas sin conexión',
    reseal: 'Nuevo cifrado de datos secretos',
    conditions: 'Revisión de alertas',
    'password-reset': 'Restablecimiento de contraseñas',
    'activity-reminders': 'Recordatorios de actividades',
    'contact-import-plan': 'Planes de importación de contactos',
    'contact-import': 'Importación de contactos',
    'contact-import-undo': 'Deshacer importaciones de contactos',
    'account-of-tenant': 'Salud de una cuenta',
    'contact-import-duplicates': 'Búsqueda de duplicados de contactos importados',
    'restore-portions': 'Volver a vender lo agotado',
    'apply-price': 'Precios programados',
  },
  state: {
    failing: 'Con fallos',
    paused: 'En pausa',
    running: 'En proceso',
    due: 'En cola',
    planned: 'Programado',
    idle: 'Al día',
  },
  count: {
    running_one: '{{count}} en proceso',
    running_other: '{{count}} en proceso',
    due_one: '{{count}} en cola',
    due_other: '{{count}} en cola',
    waiting_one: '{{count}} programada',
    waiting_other: '{{count}} programadas',
    failed_one: '{{count}} falló',
    failed_other: '{{count}} fallaron',
  },
  oldest: 'la más antigua, desde hace',
  rate_one: '{{count}} en la última hora',
  rate_other: '{{count}} en la última hora',
  open: 'Pendientes',
  nothingOpen: 'No hay nada en espera ni en proceso, y nada ha fallado.',
  latest: 'Últimos intentos',
  history: 'Historial',
  task: { WAITING: 'Programada', DUE: 'En cola', RUNNING: 'En proceso', FAILED: 'Falló' },
  outcome: { DONE: 'Hecho', FAILED: 'Falló, se reintenta', GIVEN_UP: 'Falló', CANCELLED: 'Cancelada' },
  dueAt: 'para {{at}}',
  attempt: 'Intento {{number}} de {{most}}',
  retry: 'Reintentar',
  now: 'Ejecutar ahora',
  isRetried: 'Se ejecutará a continuación.',
  cancel: 'Cancelar tarea',
  cancelQuestion: '¿Cancelar esta tarea?',
  cancelText: 'Ya no se hará. Lo que se hizo hasta ahora se conserva.',
  isCancelled: 'Se canceló la tarea.',
  pause: 'Pausar',
  pausedText:
    'Nada de este tipo empieza hasta que lo reanudes; lo que está en proceso termina. Lo que llega mientras tanto espera, y lo programado se hace entonces una sola vez.',
  resume: 'Reanudar',
};

export const words = { work } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  retryTask: 'Reintentó una tarea en segundo plano',
  cancelTask: 'Canceló una tarea en segundo plano',
  pauseTasks: 'Pausó un tipo de trabajo en segundo plano',
  resumeTasks: 'Reanudó un tipo de trabajo en segundo plano',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  work: {
    about: 'Segundo plano',
    read: 'Ver el trabajo en segundo plano',
    write: 'Reintentar, cancelar y pausar trabajo en segundo plano',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Task: 'Tarea en segundo plano',
  },
};
