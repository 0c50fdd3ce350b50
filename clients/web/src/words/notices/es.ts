import type { Words } from '../en.ts';

export const notices: Words['notices'] = {
  title: 'Avisos',
  unread_one: 'Avisos, {{count}} sin leer',
  unread_other: 'Avisos, {{count}} sin leer',
  isUnread: 'Sin leer:',
  readAll: 'Marcar todo como leído',
  emptyTitle: 'Nada nuevo',
  emptyText:
    'Cuando algo requiera tu atención, como una sincronización que falló o una clave que vence pronto, aparece aquí.',
  webhook: 'Un webhook',
  kind: {
    alert_raised: { title: '{{alert}}', text: '{{where}}. Mira qué pasa y qué se puede hacer.' },
    alert_recovered: { title: 'Recuperado: {{alert}}', text: '{{where}} volvió a la normalidad.' },
    sync_failed: {
      title: 'Falló la sincronización con {{product}}',
      text: 'No todos los cambios del menú llegaron allí.',
    },
    sync_waiting: {
      title: 'La sincronización con {{product}} requiere tu aprobación',
      text: 'Eliminaría muchos artículos. Continúala o cancélala.',
    },
    api_key_expiring: {
      title: 'Una clave de {{client}} vence pronto',
      text: 'El {{at}} vence {{key}}. Crea una nueva.',
    },
    invitation_accepted: { title: '{{name}} aceptó tu invitación', text: 'Ya puede trabajar contigo.' },
    pin_locked: {
      title: 'Demasiados PIN incorrectos en {{name}}',
      text: 'Por un rato no se pueden usar los PIN ahí. Si fue un error, permítelos de nuevo.',
    },
    pin_reset: { title: 'Se restableció tu PIN', text: 'Pide el nuevo a quien lo hizo. Aquí puedes elegir otro.' },
    activity_due: {
      title: '{{title}}',
      text: 'Vence: {{at}}.',
      text_late: 'Vence: {{at}}. Este recordatorio llega tarde porque la plataforma no estaba en funcionamiento.',
    },
    activity_overdue: {
      title: 'Vencida: {{title}}',
      text: 'Venció: {{at}}.',
      text_late: 'Venció: {{at}}. Este aviso llega tarde porque la plataforma no estaba en funcionamiento.',
    },
    activity_assigned: { title: 'Te asignaron: {{title}}', text: 'Mira qué hay que hacer y para cuándo.' },
    note_mentioned: { title: '{{name}} te mencionó en una nota', text: '{{text}}' },
  },
  /** What alerts are called, by their rule. */
  alert: {
    SUCCESS_RATE: 'Tasa de éxito baja',
    PENDING_AGE: 'Hay eventos que esperan demasiado',
    FAILED_EVENTS: 'Demasiados fallos',
    CHANNEL_STOPPED: 'Un canal se detuvo',
    BREAKER_OPEN: 'Una aplicación está fallando',
    WEBHOOK_DISABLED: 'Un webhook se detuvo',
    WEBHOOK_FULL: 'Un webhook tiene demasiado en espera',
    SCREEN_OFFLINE: 'Una pantalla está sin conexión',
    SYNC_FAILED: 'Una sincronización falla',
  },
  /** What an alert says that is about a thing. */
  thing: {
    SCREEN_OFFLINE: {
      raised: 'La pantalla «{{name}}» está sin conexión desde: {{since}}',
      recovered: 'La pantalla «{{name}}» ya no está sin conexión',
      text: 'Revisa su corriente y su red.',
    },
    SYNC_FAILED: {
      raised: 'La sincronización con {{name}} falla desde: {{since}}',
      recovered: 'La sincronización con {{name}} ya no falla',
      text: 'No todos los cambios del menú llegaron allí.',
    },
  },
};
