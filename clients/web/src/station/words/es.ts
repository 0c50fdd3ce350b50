import type { Texts } from '../../words/texts.ts';
import type { words as here } from './en.ts';

type Here = Texts<typeof here>;

const device: Here['device'] = {
  pairTitle: { TILL: 'Vincular esta terminal', KITCHEN: 'Vincular esta pantalla de cocina' },
  codeComing: 'Esperando al servidor…',
  pairOpen: 'Abre {{address}} en otro dispositivo e inicia sesión.',
  pairChoose: 'En Pantallas, elige «Vincular estación».',
  pairType: 'Escribe ahí este código.',
  or: 'o',
  logIn: 'Iniciar sesión',
  missing: {
    title: 'Esta página se abrió sin https',
    OFFLINE_START: 'No puede iniciar sin red.',
    TAB_LOCKS: 'Dos pestañas tardan más en acordar cuál envía.',
    SCREEN_ON: 'No puede mantener la pantalla encendida.',
    how: 'El README dice cómo cambiarlo, bajo «{{heading}}», con',
  },
  kind: { TILL: 'Terminal', KITCHEN: 'Pantalla de cocina', CLOCK: 'Reloj checador' },
  open: { TILL: 'Abrir la terminal', KITCHEN: 'Abrir la pantalla de cocina', CLOCK: 'Abrir el reloj checador' },
  other: '{{name}} se vinculó como: {{kind}}',
  otherText:
    'Esta página es para otro tipo de estación. Desvincula el dispositivo en la consola para vincularlo de nuevo.',
  where: '¿Dónde trabajas?',
  noLocation: 'Todavía no hay sucursales',
  noLocationText: 'Un gerente tiene que abrir una sucursal primero.',
  console: 'Consola',
  move: 'Otra sucursal',
  signIn: 'Entrar con PIN',
  leave: 'Cerrar la sesión de {{name}}',
  pin: 'Tu PIN',
  pinTyped_one: '{{count}} dígito',
  pinTyped_other: '{{count}} dígitos',
  pinBack: 'Borrar el último dígito',
  pinEnter: 'Entrar',
  wait_one: 'Espera {{count}} segundo.',
  wait_other: 'Espera {{count}} segundos.',
  maintenance: '{{title}}: {{from}} – {{until}}',
  notKept: 'Este dispositivo no pudo guardar lo que hiciste y no se envió. Libera espacio e inténtalo de nuevo.',
  left_one: '{{count}} registro de {{location}} no se ha enviado',
  left_other: '{{count}} registros de {{location}} no se han enviado',
  leftText: 'Esperan en este dispositivo desde {{since}} y se enviarán cuando se vincule ahí de nuevo.',
  queue: {
    title: 'Sin enviar',
    empty: 'Todo enviado',
    count_one: '{{count}} sin enviar',
    count_other: '{{count}} sin enviar',
    nothing: 'Todo llegó al servidor.',
    waiting_one: '{{count}} registro espera desde {{since}}.',
    waiting_other: '{{count}} registros esperan; el más antiguo, desde {{since}}.',
    away: 'No se puede llegar al servidor. Se guardan aquí y se envían solos.',
    state: { WAITING: 'En espera', SENDING: 'Enviando', REFUSED: 'Rechazado', BROKEN: 'No se puede leer' },
    why: 'Por qué se descarta',
    giveUp: 'Descartar',
    givenUp: 'Descartados',
    problem: {
      FULL: 'No queda espacio en este dispositivo. No se pueden guardar registros nuevos.',
      NO_STORE: 'Este navegador no guarda nada. Lo nuevo se pierde al cerrar la página.',
      KEY_USED: 'Esto ya se guardó con otro contenido.',
    },
  },
};

export const words = { device } satisfies Here;
