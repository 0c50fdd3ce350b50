import type { Words } from '../en.ts';

export const notices: Words['notices'] = {
  title: 'Avisos',
  unread_one: 'Avisos, {{count}} sin leer',
  unread_other: 'Avisos, {{count}} sin leer',
  isUnread: 'Sin leer:',
  readAll: 'Marcar todo como leído',
  emptyTitle: 'Nada nuevo',
  emptyText: 'Cuando algo te necesite, como una sincronización que falló o una clave que caduca pronto, se dice aquí.',
  webhook: 'Un webhook',
  kind: {
    alert_raised: { title: '{{alert}}', text: '{{where}}. Mira qué pasa y qué se puede hacer.' },
    alert_recovered: { title: 'Recuperado: {{alert}}', text: '{{where}} está otra vez como debe.' },
    sync_failed: {
      title: 'Falló la sincronización con {{product}}',
      text: 'No todo lo que cambió en el menú ha llegado allí.',
    },
    sync_waiting: {
      title: 'La sincronización con {{product}} te espera',
      text: 'Quitaría mucho. Deja que siga o cancélala.',
    },
    api_key_expiring: {
      title: 'Una clave de {{client}} caduca pronto',
      text: '{{key}} termina el {{at}}. Crea una nueva.',
    },
    invitation_accepted: { title: '{{name}} aceptó tu invitación', text: 'Ya puede trabajar contigo.' },
  },
  /** What alerts are called, by their rule. */
  alert: {
    SUCCESS_RATE: 'Muy pocos se confirman',
    PENDING_AGE: 'Hay eventos que esperan demasiado',
    FAILED_EVENTS: 'Fallan demasiados',
    CHANNEL_STOPPED: 'Un canal se detuvo',
    BREAKER_OPEN: 'Una aplicación falla',
    WEBHOOK_DISABLED: 'Un webhook se detuvo',
    WEBHOOK_FULL: 'Un webhook tiene demasiado en espera',
  },
};
