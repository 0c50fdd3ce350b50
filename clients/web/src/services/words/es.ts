import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here } from './en.ts';

type Here = Texts<typeof here>;

const services: Here['services'] = {
  since: 'Cambió',
  toSync: 'Ver su sincronización',
  switchOn: 'Encender',
  resume: 'Reanudar',
  pause: 'Pausar',
  pauseQuestion: '¿Pausar {{name}}?',
  pauseText:
    'Su sincronización se detiene al instante y no recibe ningún cambio hasta que lo reanudes. Sus ajustes se quedan.',
  switchOff: 'Apagar',
  switchOffQuestion: '¿Apagar {{name}}?',
  switchOffText:
    'Su sincronización se detiene al instante y ya no recibe ningún cambio. Puedes encenderlo de nuevo más tarde.',
  isOn: '{{name}} está encendido.',
  isPaused: '{{name}} está en pausa.',
  isOff: '{{name}} está apagado.',
  saved: '{{name}} está guardado.',
  noSettings: 'No necesita ajustes: lee tu menú directamente.',
  baseUrl: 'Dirección de su catálogo',
  account: 'Cuenta allí',
  domain: 'Dominio del sitio web',
  token: 'Token secreto',
  tokenOnce: 'Lo que nos pide para dejarnos entrar. No se vuelve a mostrar.',
  tokenStays: 'Nunca se muestra. Déjalo vacío para conservar el que tiene.',
  goneTitle: 'No es un producto',
  goneText: 'No hay ningún producto con esta dirección.',
};

export const words = { services } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  enableService: 'Encendió un producto',
  updateService: 'Cambió un producto',
  disableService: 'Apagó un producto',
};
