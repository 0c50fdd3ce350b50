import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const health: Here['health'] = {
  OK: 'Funciona',
  DEGRADED: 'Con problemas',
  DOWN: 'Caído',
  away: 'Sin respuesta',
  matrix: 'Matriz',
  awayText: 'Esta parte no responde ahora; las demás están al día.',
  services: 'Servicios',
  syncs: 'Sincronizaciones',
  lastSync: 'Sincronizado por última vez',
  neverSynced: 'Nunca sincronizado',
  code: {
    NO_SCREENS: 'No hay pantallas vinculadas',
    SCREENS_ONLINE: 'Conectadas: {{screens}} de {{screens}}',
    SCREENS_OFFLINE: 'Sin conexión: {{offline}} de {{screens}}',
    ALL_TOLD: 'Todos los cambios se enviaron',
    CHANGES_WAIT: 'Por enviar: {{changes}}',
    MENU: 'Platillos: {{items}}, agotados: {{soldOut}}',
    NO_SERVICES: 'Ningún servicio está encendido',
    SERVICES: 'Encendidos: {{active}}, en pausa: {{paused}}',
    NO_SYNCS: 'Ningún servicio se sincroniza',
    SYNCS_WELL: 'Ninguna falló',
    SYNCS_FAILED: 'Fallaron: {{failed}} de {{syncs}}',
    NO_EVENTS: 'Aún no hay eventos',
    EVENTS_FLOW: 'Confirmado en todos los canales ({{channels}})',
    EVENTS_FAIL: 'Canales con problemas: {{troubled}} de {{channels}}',
    EVENTS_NEED: 'Por revisar: {{advised}}. La matriz dice qué hacer',
    ACTIVITIES_ON_TIME: 'Pendientes: {{open}}',
    ACTIVITIES_OVERDUE: 'Vencidas: {{overdue}} de {{open}}',
    REMINDERS_LATE: 'Recordatorios atrasados: {{late}}',
  },
  menuChanges: 'Cambios del menú',
  screenChanges: 'Cambios de pantallas',
};

const home: Here['home'] = {
  concerns: 'Requiere tu atención',
  recent: 'Cambios recientes',
  health: 'Cómo va todo',
  overdue: 'Atrasada',
  today: 'Para hoy',
  more: {
    overdue_one: '{{count}} atrasada más',
    overdue_other: '{{count}} atrasadas más',
    today_one: '{{count}} más para hoy',
    today_other: '{{count}} más para hoy',
  },
  myDay: 'Lo que tengo pendiente',
  allWell: 'Nada requiere tu atención',
  allWellText:
    'Cuando una pantalla se desconecta, falla una sincronización o algo espera tu decisión, aparece aquí primero.',
  notAll: 'No se pudo revisar todo. Lo que falta aparece solo en cuanto se pueda.',
  kind: { wrong: 'Problema', decide: 'Por decidir' },
  act: { wrong: 'Ver por qué', decide: 'Decidir' },
};

export const words = { home, health } satisfies Here;
