import { product } from '../../words/products/es.ts';
import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const sync: Here['sync'] = {
  hasFailed: 'Falló la sincronización con {{product}}',
  waitsForYou: 'La sincronización con {{product}} requiere tu aprobación',
  SUCCESS: 'Sincronizado',
  SYNCING: 'Sincronizando…',
  PENDING: 'En espera',
  ERROR: 'Con error',
  show: 'Mostrar',
  all: 'Todas',
  view: 'Parte de la sincronización',
  lastGood: 'Última correcta:',
  never: 'Nunca sincronizado',
  conflicts_one: '{{count}} conflicto por resolver',
  conflicts_other: '{{count}} conflictos por resolver',
  refresh: 'Actualizar',
  elsewhereOld: 'Lo que se ve de otros negocios es de cuando abriste esta página.',
  noErrorTitle: 'No hay sincronizaciones fallidas',
  noErrorText: 'Todas salieron bien o están en proceso.',
  emptyTitle: 'Aún no hay nada que sincronizar',
  emptyText: 'Enciende un servicio con catálogo propio: desde entonces él y el menú se mantienen sincronizados.',
  toServices: 'Ver los servicios',
  goneTitle: 'No se encontró la sincronización',
  goneText: 'Esta sincronización no existe, o la dirección es incorrecta.',
  elsewhere: 'Esta sincronización es de {{tenant}}. Para ejecutarla o cambiarla, cambia a {{tenant}}.',
  workFor: 'Cambiar a {{tenant}}',
  failedTitle: 'La última sincronización falló',
  oldStays: 'Lo que se sincronizó antes sigue ahí.',
  isOff: 'Este servicio no está encendido, así que no se sincroniza nada.',
  toService: 'Ir al servicio',
  runNow: 'Sincronizar ahora',
  runAll: 'Sincronizar todo',
  tryOut: 'Simular',
  modes:
    '«Sincronizar ahora» lleva lo que cambió. «Simular» solo cuenta lo que eso haría. «Sincronizar todo» empieza desde cero y repara lo que falte en el servicio.',
  comesNext: 'Hay una sincronización en proceso. La tuya sigue después.',
  previewTitle: 'Lo que haría la próxima sincronización',
  lastRun: 'Lo que hizo la última sincronización',
  noRuns: 'Nunca se ha ejecutado.',
  dangerTitle: 'Eliminaría muchos artículos',
  dangerText: 'Hasta ahora no se cambió nada. Continúa solo si es lo que quieres.',
  confirm: 'Continuar',
  confirmQuestion: '¿Permitir que la sincronización con {{name}} elimine estos artículos?',
  cancelRun: 'Cancelar esta sincronización',
  failures: 'Artículos que no se pudieron sincronizar',
  retry_one: 'Reintentar este artículo',
  retry_other: 'Reintentar estos {{count}} artículos',
  retried_one: 'Se reintenta {{count}} artículo.',
  retried_other: 'Se reintentan {{count}} artículos.',
};

const syncReason: Here['syncReason'] = {
  ITEMS_FAILED: 'Artículos que no se pudieron sincronizar: {{items}}',
  MUCH_TAKEN_AWAY:
    'De {{items}} en total, eliminaría {{removed}} y pondría {{zeroed}} a precio cero (límite {{percent}} %)',
  UNREACHABLE: 'No se puede conectar con {{product}}',
  NO_ANSWER: '{{product}} no respondió en {{seconds}} s',
  PAUSE_ASKED: '{{product}} pidió esperar {{seconds}} s',
  REFUSED: '{{product}} respondió con un error ({{status}})',
  ODD_ANSWER: '{{product}} respondió algo que no se puede leer',
  LEFT_ALONE: '{{product}} falló demasiadas veces; hacemos una breve pausa',
  INNER_ADDRESS: 'La dirección de {{product}} lleva a una red a la que no se permite acceder',
  ITEM_REFUSED: '{{product}} lo rechazó',
  NO_ID: '{{product}} no le asignó un identificador',
  NOT_ANSWERED: '{{product}} no lo mencionó',
  ID_TAKEN: '{{product}} le asignó el identificador de otro artículo',
  ODD_ITEM: '{{product}} le dio un valor que no se puede guardar',
  WRONG_CURRENCY: 'Su precio está en una moneda que no es la tuya',
  NO_SECTION: 'Su categoría en {{product}} no es ninguna del menú',
  MENU_REFUSED: 'El menú lo rechazó',
  REPORTED: '{{product}} dice',
  BROKEN: 'Algo falló de nuestro lado',
};

const heldBack: Here['heldBack'] = {
  title: 'La conexión con {{product}} está en pausa',
  PAUSE_ASKED: '{{product}} pidió esperar (hasta el {{until}})',
  FAILING: '{{product}} falló demasiadas veces; hacemos una pausa al menos hasta el {{until}}.',
  DUE: '{{product}} falló demasiadas veces. La próxima sincronización lo intentará de nuevo.',
  TRYING: '{{product}} falló demasiadas veces. Ahora lo intentamos de nuevo.',
};

const syncView: Here['syncView'] = { now: 'Ahora', runs: 'Historial', settings: 'Ajustes' };

const mode: Here['mode'] = {
  INITIAL: 'Todo',
  DELTA: 'Tras un cambio',
  MANUAL: 'A petición',
  PREVIEW: 'Simulación',
  RETRY: 'Algunos artículos otra vez',
};

const run: Here['run'] = {
  QUEUED: 'En cola',
  RUNNING: 'En proceso',
  AWAITING_CONFIRMATION: 'Requiere tu aprobación',
  SUCCESS: 'Hecho',
  ERROR: 'Con error',
  CANCELLED: 'Cancelada',
  began: 'Empezó',
  ended: 'Terminó',
  attempts: 'Intentos: {{number}}',
  copyId: 'Copiar número para soporte',
};

const stepName: Here['stepName'] = {
  TENANT: 'Tu negocio',
  SERVICES: 'Tus servicios',
  CATEGORIES: 'Secciones',
  PULL: '{{product}} → menú',
  PUSH: 'Menú → {{product}}',
  STATUS: 'Guardar el avance',
};

const step: Here['step'] = {
  seen: 'revisados: {{number}}',
  wouldStay: 'No cambiaría nada',
  nothing: 'No había nada que hacer.',
  created: 'nuevos: {{number}}',
  updated: 'cambiados: {{number}}',
  removed: 'eliminados: {{number}}',
  zeroed: 'a precio cero: {{number}}',
  conflicts: 'por resolver: {{number}}',
  failed: 'con error: {{number}}',
};

const fact: Here['fact'] = {
  name: 'Nombre',
  description: 'Descripción',
  price: 'Precio',
  available: 'Disponibilidad',
  nothing: 'Vacío',
};

const direction: Here['direction'] = { BOTH: 'En ambos sentidos', PUSH: 'Solo del menú a {{product}}' };

const source: Here['source'] = { BOTH: 'Cualquiera puede cambiarlo', LOCAL: 'El menú', REMOTE: '{{product}}' };

const policy: Here['policy'] = {
  LOCAL_WINS: 'Gana el menú',
  REMOTE_WINS: 'Gana {{product}}',
  NEWEST: 'Gana lo más nuevo',
  MANUAL: 'Preguntar a una persona',
};

const syncSettings: Here['syncSettings'] = {
  direction: 'Sentido',
  sources: 'Fuente de los datos',
  policy: 'Cuando ambos cambiaron lo mismo',
  confirmAbovePercent: 'Preguntar antes de eliminar más de (% de los artículos)',
  attempts: 'Intentos por solicitud (1 a 10)',
  saved: 'Se guardó la sincronización con {{product}}.',
};

const change: Here['change'] = { CREATE: 'nuevo', UPDATE: 'cambiado', REMOVE: 'eliminado' };

const difference: Here['difference'] = { title: 'Artículo por artículo' };

const conflict: Here['conflict'] = {
  title: 'Conflictos',
  ours: 'Menú',
  takeOurs: 'Conservar el nuestro',
  takeTheirs: 'Conservar el suyo',
  taken: 'Se resolvió el conflicto de {{item}}.',
  emptyTitle: 'Nada que resolver',
  emptyText: 'Cuando el menú y un servicio cambian lo mismo y ninguno gana automáticamente, espera aquí.',
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
  resolveConflict: 'Resolvió un conflicto',
  updateSyncConfig: 'Cambió los ajustes de una sincronización',
  reportSync: 'Informó el estado de una sincronización',
  runSync: 'Inició una sincronización',
  previewSync: 'Simuló una sincronización',
  retrySyncRun: 'Reintentó artículos de una sincronización',
  confirmSyncRun: 'Aprobó una sincronización',
  cancelSyncRun: 'Canceló una sincronización',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  sync: {
    about: 'Sincronizaciones',
    read: 'Ver sincronizaciones',
    write: 'Ejecutar sincronizaciones y resolver conflictos',
  },
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
