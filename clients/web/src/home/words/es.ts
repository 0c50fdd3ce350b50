import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const health: Here['health'] = {
  OK: 'Funciona',
  DEGRADED: 'En parte',
  DOWN: 'Caído',
  away: 'Sin respuesta',
  matrix: 'Matriz',
  awayText: 'Esta parte no responde ahora; las demás están al día.',
  services: 'Productos',
  syncs: 'Sincronizaciones',
  lastSync: 'Al día por última vez',
  neverSynced: 'Todavía nunca',
  service: { ACTIVE: 'Activo', PAUSED: 'En pausa', OFF: 'Apagado' },
  sync: { PENDING: 'En espera', SYNCING: 'En curso', SUCCESS: 'Al día', ERROR: 'Falló' },
  product: {
    ORDERING: 'Pedidos',
    SMP: 'Pantallas (SMP)',
    MARKETING_APP: 'App de marketing',
    WEB_HOSTING: 'Alojamiento web',
    DIGITAL_MENU: 'Menú digital',
    MINI_BODEGA: 'Mini bodega',
  },
  code: {
    NO_SCREENS: 'No hay pantallas emparejadas',
    SCREENS_ONLINE: 'En línea: {{screens}} de {{screens}}',
    SCREENS_OFFLINE: 'Sin conexión: {{offline}} de {{screens}}',
    ALL_TOLD: 'Todos los cambios se han comunicado',
    CHANGES_WAIT: 'Por comunicar: {{changes}}',
    MENU: 'Artículos: {{items}}, agotados: {{soldOut}}',
    NO_SERVICES: 'Ningún producto está activo',
    SERVICES: 'Activos: {{active}}, en pausa: {{paused}}',
    NO_SYNCS: 'Ningún producto se sincroniza',
    SYNCS_WELL: 'Ninguna falló',
    SYNCS_FAILED: 'Fallaron: {{failed}} de {{syncs}}',
    NO_EVENTS: 'Aún no se ha contado nada',
    EVENTS_FLOW: 'Confirmado en los {{channels}} canales',
    EVENTS_FAIL: 'Con problemas: {{troubled}} de {{channels}} canales',
    EVENTS_NEED: 'Por revisar: {{advised}}. La matriz dice qué hacer',
  },
  menuChanges: 'Cambios del menú',
  screenChanges: 'Cambios de pantallas',
};

const home: Here['home'] = {
  concerns: 'Requiere tu atención',
  recent: 'Cambios recientes',
  health: 'Cómo va todo',
  allWell: 'Nada requiere tu atención',
  allWellText:
    'Cuando una pantalla se desconecta, falla una sincronización o algo espera tu decisión, aparece aquí primero.',
  kind: { wrong: 'Falla', decide: 'Por decidir' },
  act: { wrong: 'Ver por qué', decide: 'Decidir' },
};

export const words = { home, health } satisfies Here;
