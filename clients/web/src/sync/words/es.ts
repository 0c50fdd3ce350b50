import { product } from '../../words/products/es.ts';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const sync: Here['sync'] = {
  hasFailed: 'Falló la sincronización con {{product}}',
  waitsForYou: 'La sincronización con {{product}} espera tu decisión',
  SUCCESS: 'Sincronizado',
  SYNCING: 'Sincronizando…',
  PENDING: 'En espera',
  ERROR: 'Con error',
  show: 'Mostrar',
  all: 'Todas',
  view: 'Parte de la sincronización',
  lastGood: 'Última buena:',
  never: 'Aún nunca sincronizado',
  conflicts_one: '{{count}} conflicto por decidir',
  conflicts_other: '{{count}} conflictos por decidir',
  refresh: 'Preguntar de nuevo',
  elsewhereOld: 'Lo que se ve de otros clientes es de cuando llegaste aquí.',
  noErrorTitle: 'Ninguna sincronización falla',
  noErrorText: 'Todas salieron bien, o están en marcha ahora mismo.',
  emptyTitle: 'Aún no hay nada que sincronizar',
  emptyText: 'Enciende un producto con catálogo propio: desde entonces él y el menú se mantienen iguales.',
  toServices: 'Ver los productos',
  goneTitle: 'No existe esta sincronización',
  goneText: 'Esta sincronización no existe, o la dirección es incorrecta.',
  elsewhere: 'Esta sincronización es de {{tenant}}. Para ejecutarla o cambiarla, trabaja para ellos.',
  workFor: 'Trabajar para {{tenant}}',
  failedTitle: 'La última sincronización falló',
  oldStays: 'Lo que se sincronizó antes sigue ahí.',
  isOff: 'Este producto no está encendido, así que no se sincroniza nada.',
  toService: 'Ir al producto',
  runNow: 'Sincronizar ahora',
  runAll: 'Sincronizar todo',
  tryOut: 'Probar',
  modes:
    '«Sincronizar ahora» lleva lo que ha cambiado. «Probar» solo cuenta lo que eso haría. «Sincronizar todo» empieza de nuevo y repara lo que el producto perdió.',
  comesNext: 'Hay una sincronización en marcha. La tuya viene justo después.',
  previewTitle: 'Lo que haría la próxima sincronización',
  lastRun: 'Lo que hizo la última sincronización',
  noRuns: 'Nunca se ha ejecutado.',
  dangerTitle: 'Quitaría mucho',
  dangerText: 'Hasta ahora no se cambió nada. Deja que siga solo si es lo que quieres.',
  confirm: 'Dejar que siga',
  confirmQuestion: '¿Dejar que la sincronización con {{name}} quite esto?',
  cancelRun: 'Cancelar esta sincronización',
  failures: 'Artículos que no se pudieron llevar',
  retry_one: 'Reintentar este artículo',
  retry_other: 'Reintentar estos {{count}} artículos',
  retried_one: 'Se reintenta {{count}} artículo.',
  retried_other: 'Se reintentan {{count}} artículos.',
};

const syncReason: Here['syncReason'] = {
  ITEMS_FAILED: 'Artículos que no se pudieron pasar: {{items}}',
  MUCH_TAKEN_AWAY: 'Quitaría {{removed}} y dejaría sin precio {{zeroed}} de {{items}} artículos, más del {{percent}} %',
  UNREACHABLE: 'No se puede contactar con {{product}}',
  NO_ANSWER: '{{product}} no respondió en {{seconds}} segundos',
  PAUSE_ASKED: '{{product}} pide una pausa de {{seconds}} segundos',
  REFUSED: '{{product}} respondió con un error ({{status}})',
  ODD_ANSWER: '{{product}} respondió algo que no se puede leer',
  LEFT_ALONE: '{{product}} ha fallado demasiadas veces y se le deja tranquilo un momento',
  INNER_ADDRESS: 'La dirección de {{product}} lleva a una red a la que no se permite acceder',
  ITEM_REFUSED: '{{product}} lo rechazó',
  NO_ID: '{{product}} no le dio ningún número',
  NOT_ANSWERED: '{{product}} no dijo nada de él',
  ID_TAKEN: '{{product}} le dio el número de otro artículo',
  ODD_ITEM: '{{product}} le dio un valor que no se puede guardar',
  WRONG_CURRENCY: 'Su precio está en una moneda que no es la tuya',
  NO_SECTION: 'Su categoría en {{product}} no es ninguna del menú',
  MENU_REFUSED: 'El menú lo rechazó',
  REPORTED: '{{product}} dice',
  BROKEN: 'Algo falló de nuestro lado',
};

const heldBack: Here['heldBack'] = {
  title: 'La conexión con {{product}} está en pausa',
  PAUSE_ASKED: '{{product}} pidió esperar hasta el {{until}}.',
  FAILING: '{{product}} falló demasiadas veces; hacemos una pausa al menos hasta el {{until}}.',
  DUE: '{{product}} falló demasiadas veces. La próxima sincronización lo intentará de nuevo.',
  TRYING: '{{product}} falló demasiadas veces. Ahora lo intentamos de nuevo.',
};

const syncView: Here['syncView'] = { now: 'Ahora', runs: 'Historial', settings: 'Ajustes' };

const mode: Here['mode'] = {
  INITIAL: 'Todo',
  DELTA: 'Tras un cambio',
  MANUAL: 'A petición',
  PREVIEW: 'Prueba',
  RETRY: 'Algunos artículos otra vez',
};

const run: Here['run'] = {
  QUEUED: 'Espera su turno',
  RUNNING: 'En marcha',
  AWAITING_CONFIRMATION: 'Te espera',
  SUCCESS: 'Hecho',
  ERROR: 'Con error',
  CANCELLED: 'Cancelada',
  began: 'Empezó',
  ended: 'Terminó',
  attempts: '{{number}} intentos',
  copyId: 'Copiar número para soporte',
};

const stepName: Here['stepName'] = {
  TENANT: 'Quién eres',
  SERVICES: 'Tus productos',
  CATEGORIES: 'Secciones',
  PULL: '{{product}} → menú',
  PUSH: 'Menú → {{product}}',
  STATUS: 'Guardar hasta dónde llegó',
};

const step: Here['step'] = {
  seen: '{{number}} revisados',
  wouldStay: 'No cambiaría nada',
  nothing: 'No había nada que hacer.',
  created: '{{number}} nuevos',
  updated: '{{number}} cambiados',
  removed: '{{number}} quitados',
  zeroed: '{{number}} a precio cero',
  conflicts: '{{number}} por decidir',
  failed: '{{number}} con error',
};

const fact: Here['fact'] = {
  name: 'Nombre',
  description: 'Descripción',
  price: 'Precio',
  available: 'Disponibilidad',
  nothing: 'Nada',
};

const direction: Here['direction'] = { BOTH: 'En ambos sentidos', PUSH: 'Solo del menú a {{product}}' };

const source: Here['source'] = { BOTH: 'Cualquiera puede cambiarlo', LOCAL: 'El menú', REMOTE: '{{product}}' };

const policy: Here['policy'] = {
  LOCAL_WINS: 'Gana el menú',
  REMOTE_WINS: 'Gana {{product}}',
  NEWEST: 'Gana lo más nuevo',
  MANUAL: 'Alguien decide',
};

const syncSettings: Here['syncSettings'] = {
  direction: 'Sentido',
  sources: 'De quién es la palabra',
  policy: 'Cuando ambos cambiaron lo mismo',
  confirmAbovePercent: 'Preguntar antes de quitar más de (% de los artículos)',
  attempts: 'Intentos antes de dar una llamada por fallida (1 a 10)',
  saved: 'La sincronización con {{product}} está guardada.',
};

const change: Here['change'] = { CREATE: 'nuevo', UPDATE: 'cambiado', REMOVE: 'quitado' };

const difference: Here['difference'] = { title: 'Artículo por artículo' };

const conflict: Here['conflict'] = {
  title: 'Conflictos',
  ours: 'Menú',
  takeOurs: 'Tomar el nuestro',
  takeTheirs: 'Tomar el suyo',
  taken: '{{item}} está decidido.',
  emptyTitle: 'Nada que decidir',
  emptyText: 'Cuando el menú y un producto cambian lo mismo y ninguno gana por sí solo, espera aquí.',
};

export const words = {
  sync,
  syncReason,
  heldBack,
  syncView,
  mode,
  run,
  stepName,
  step,
  fact,
  direction,
  source,
  policy,
  syncSettings,
  change,
  difference,
  conflict,
} satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  resolveConflict: 'Decidió un conflicto',
  updateSyncConfig: 'Cambió los ajustes de una sincronización',
  reportSync: 'Dijo cómo está una sincronización',
  runSync: 'Pidió una sincronización',
  previewSync: 'Probó una sincronización',
  retrySyncRun: 'Hizo reintentar artículos de una sincronización',
  confirmSyncRun: 'Dejó seguir una sincronización',
  cancelSyncRun: 'Canceló una sincronización',
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    TenantSync: 'Sincronización',
    SyncRun: 'Ejecución de una sincronización',
    SyncConflict: 'Conflicto',
  },
  field: {
    TenantSync: {
      config: 'ajustes',
    },
  },
  value: {
    TenantSync: {
      name: product,
    },
  },
  sentence: {
    TenantSync: {
      config: '{{who}} cambió los ajustes de la sincronización con {{name}}',
    },
  },
};
