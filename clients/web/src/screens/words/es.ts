import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const screens: Here['screens'] = {
  pair: 'Vincular pantalla',
  pairHow: 'Abre /signage en la pantalla. Muestra un código de seis caracteres: escríbelo aquí.',
  code: 'Código en la pantalla',
  codeShape: 'El código tiene seis caracteres, como K7M-2QX.',
  wrongCode: 'Ninguna pantalla muestra este código. Puede haber vencido: mira el código nuevo en la pantalla.',
  pairNow: 'Vincular',
  paired: '{{name}} quedó vinculada. Su tablero aparece en un momento.',
  emptyTitle: 'Todavía no hay pantallas',
  emptyText: 'Abre /signage en un televisor o una tableta y vincúlalo con el código que muestra.',
  emptyNoBoard:
    'Primero crea un tablero abajo: dice qué secciones del menú muestra una pantalla. Después vincula una pantalla.',
};

const display: Here['display'] = {
  isOffline: 'La pantalla «{{name}}» está sin conexión desde: {{since}}',
  ONLINE: 'Conectada',
  OFFLINE: 'Sin conexión',
  REVOKED: 'Desvinculada',
  waiting: 'En espera',
  name: 'Nombre de la pantalla',
  nameExample: 'Mostrador izquierdo',
  board: 'Tablero',
  noBoard: 'Sin tablero',
  neverSeen: 'Nunca conectada',
  pairedSince: 'Vinculada',
  saved: 'Se guardaron los cambios de {{name}}.',
  shows: '{{name}} ahora muestra {{board}}.',
  revoke: 'Desvincular',
  revokeQuestion: '¿Desvincular «{{name}}»?',
  revokeText: 'La pantalla vuelve enseguida a mostrar un código. Para usarla otra vez hay que vincularla de nuevo.',
  goneTitle: 'No se encontró la pantalla',
  goneText: 'Esta pantalla no existe o la dirección es incorrecta.',
};

const boards: Here['boards'] = {
  title: 'Tableros',
  new: 'Tablero nuevo',
  columns_one: '{{count}} columna',
  columns_other: '{{count}} columnas',
  emptyTitle: 'Todavía no hay tableros',
  emptyText: 'Un tablero dice qué secciones del menú muestra una pantalla, en qué orden y en qué idiomas.',
};

const board: Here['board'] = {
  name: 'Nombre del tablero',
  sections: 'Secciones, en su orden en el tablero',
  sectionsMissing: 'Elige al menos una sección.',
  sectionPlaced: '{{name}}: sección {{place}} de {{count}}.',
  columns: 'Columnas',
  soldOut: 'Platillos agotados',
  grey: 'Mostrar en gris',
  hide: 'Ocultar',
  languages: 'Idiomas',
  larger: 'más grande',
  languageMissing: 'Elige al menos un idioma.',
  calories: 'Mostrar calorías',
  allergens: 'Mostrar alérgenos',
  create: 'Crear tablero',
  saved: 'Se guardaron los cambios de {{name}}.',
  remove: 'Eliminar',
  removeQuestion: '¿Eliminar el tablero «{{name}}»?',
  removeText_zero: 'Ninguna pantalla lo muestra.',
  removeText_one: '{{count}} pantalla lo muestra y se quedará sin tablero.',
  removeText_other: '{{count}} pantallas lo muestran y se quedarán sin tablero.',
  goneTitle: 'No se encontró el tablero',
  goneText: 'Este tablero se eliminó o la dirección es incorrecta.',
};

const station: Here['station'] = {
  title: 'Estaciones',
  pair: 'Vincular estación',
  pairHow:
    'Abre en el dispositivo la página de la terminal, la pantalla de cocina o el reloj. Muestra un código de seis caracteres: escríbelo aquí.',
  code: 'Código en el dispositivo',
  wrongCode: 'Ningún dispositivo muestra este código. Quizá venció: mira el nuevo en el dispositivo.',
  otherKind: 'El dispositivo con este código es: {{kind}}. Elige eso o usa otro código.',
  paired: '{{name}} está vinculada e inicia en un momento.',
  kind: 'Qué es',
  kinds: { TILL: 'Terminal', KITCHEN: 'Pantalla de cocina', CLOCK: 'Reloj checador' },
  name: 'Nombre de la estación',
  nameExample: 'Terminal de la entrada',
  location: 'Sucursal',
  locationMissing: 'Elige una sucursal.',
  noLocation: 'Todavía no hay sucursales.',
  goneLocation: 'Una sucursal que ya no existe',
  signedIn: '{{name}} inició sesión',
  nobody: 'Nadie ha iniciado sesión',
  waiting_one: '{{count}} registro no ha llegado al servidor',
  waiting_other: '{{count}} registros no han llegado al servidor',
  notSecure: 'Abierta sin https: no puede iniciar sin red ni mantener la pantalla encendida.',
  saved: 'Se guardaron los cambios de {{name}}.',
  unlock: 'Permitir los PIN de nuevo',
  unlocked: 'Ya se pueden usar los PIN en {{name}}.',
  revoke: 'Desvincular',
  revokeQuestion: '¿Desvincular «{{name}}»?',
  revokeText:
    'La sesión de quien esté ahí termina de inmediato. Lo que no ha llegado al servidor se queda en el dispositivo.',
  emptyTitle: 'Todavía no hay estaciones',
  emptyText: 'Una estación es una terminal, una pantalla de cocina o un reloj checador en una de tus sucursales.',
  goneTitle: 'No se encontró la estación',
  goneText: 'Esta estación no existe o la dirección es incorrecta.',
};

export const words = { screens, display, station, boards, board } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  updateDisplay: 'Cambió una pantalla',
  showBoard: 'Puso un tablero en una pantalla',
  revokeDisplay: 'Desvinculó una pantalla',
  pairDisplay: 'Vinculó una pantalla',
  requestPairing: 'Un dispositivo pidió vincularse',
  claimPairing: 'Una pantalla empezó a mostrar su tablero',
  pairStation: 'Vinculó una estación',
  claimStation: 'Una estación inició',
  updateStation: 'Cambió una estación',
  revokeStation: 'Desvinculó una estación',
  unlockStation: 'Permitió los PIN de nuevo en una estación',
  signWithPin: 'Inició sesión en una estación',
  pinHolder: 'Escribió un PIN en una estación',
  leaveStation: 'Cerró sesión en una estación',
  setPin: 'Definió un PIN',
  resetPin: 'Restableció un PIN',
  createMenuBoard: 'Creó un tablero',
  updateMenuBoard: 'Cambió un tablero',
  removeMenuBoard: 'Eliminó un tablero',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  board: {
    about: 'Tableros',
    read: 'Leer tableros',
    write: 'Cambiar tableros',
  },
  display: {
    about: 'Pantallas',
    read: 'Ver pantallas',
    write: 'Administrar pantallas',
    self: 'Actuar como pantalla',
  },
  station: {
    about: 'Estaciones',
    read: 'Ver estaciones',
    write: 'Administrar estaciones',
    self: 'Actuar como estación',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Display: 'Pantalla',
    Station: 'Estación',
    Pin: 'PIN',
    MenuBoard: 'Tablero',
  },
  field: {
    Display: {
      name: 'nombre',
      board: 'tablero',
      revokedAt: 'desvinculada',
    },
    Station: {
      name: 'nombre',
      revokedAt: 'desvinculada',
    },
    Pin: {
      setAt: 'definido',
      offAt: 'desactivado desde',
    },
    MenuBoard: {
      name: 'nombre',
      sectionIds: 'secciones',
      columns: 'columnas',
      soldOut: 'platillos agotados',
      languages: 'idiomas',
      showCalories: 'muestra calorías',
      showAllergens: 'muestra alérgenos',
    },
  },
  value: {
    MenuBoard: {
      soldOut: {
        GREY: 'en gris',
        HIDE: 'ocultos',
      },
    },
  },
  sentence: {
    Display: {
      CREATED: '{{who}} vinculó la pantalla {{name}}',
      name: '{{who}} cambió el nombre de la pantalla {{before}} a {{after}}',
      board: '{{who}} puso otro tablero en la pantalla {{name}}',
      board_none: '{{who}} quitó el tablero de la pantalla {{name}}',
      revokedAt: '{{who}} desvinculó la pantalla {{name}}',
    },
    Station: {
      CREATED: '{{who}} vinculó la estación {{name}}',
      name: '{{who}} cambió el nombre de la estación {{before}} a {{after}}',
      revokedAt: '{{who}} desvinculó la estación {{name}}',
    },
    MenuBoard: {
      CREATED: '{{who}} creó el tablero {{name}}',
      REMOVED: '{{who}} eliminó el tablero {{name}}',
      name: '{{who}} cambió el nombre del tablero {{before}} a {{after}}',
      sectionIds: '{{who}} cambió las secciones del tablero {{name}}',
    },
  },
};
